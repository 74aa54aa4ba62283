/** Fictional beneficiaries for lines of the plan that name somebody: the real ones do not appear with invented money. */
export const directBeneficiaries = [
  {
    name: 'Eerste Hulp Samen (voorbeeld)',
    owner: 'applicant',
    place: '12025',
    share: 1,
    title: 'Werking van de hulpposten',
    purpose: 'Werking van de hulpposten en opleiding van vrijwilligers in alle provincies tijdens het lopende jaar.',
  },
  {
    name: 'Centre d’information sur les poisons (exemple)',
    owner: 'applicant-fr',
    place: '21004',
    share: 1,
    title: 'Permanence téléphonique, jour et nuit',
    purpose: 'Permanence téléphonique gratuite, jour et nuit, pour le public et les médecins, dans les trois langues.',
  },
  {
    name: 'Stiftung Kinder in Sicht (Beispiel)',
    owner: 'applicant-de',
    place: '63023',
    share: 0.5,
    title: 'Notruf für vermisste Kinder',
    purpose: 'Betrieb des Notrufs für vermisste Kinder und Begleitung der Familien in den drei Landessprachen.',
  },
] as const;
