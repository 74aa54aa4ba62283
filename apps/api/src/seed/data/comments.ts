/** What reviewers write, by criterion and strength; fictional. Each stands on its own and can be read by the applicant. */
type Comments = Record<
  'relevance' | 'feasibility' | 'involvement' | 'durability',
  readonly [weak: string, fair: string, strong: string]
>;

export const reviewComments: Record<'nl' | 'fr', Comments> = {
  nl: {
    relevance: [
      'De nood wordt genoemd maar niet aangetoond, en het verband met het thema blijft vaag.',
      'De nood is duidelijk; het verband met het thema had concreter gekund.',
      'Een scherp omschreven nood, met cijfers uit de buurt, die precies bij de oproep past.',
    ],
    feasibility: [
      'De planning past niet bij het aantal mensen en de kosten zijn niet uitgelegd.',
      'Haalbaar, al zijn enkele kosten ruim geraamd en is er weinig speling.',
      'Een ploeg met ervaring, een planning met tussenstappen en kosten die kloppen.',
    ],
    involvement: [
      'Mensen worden bereikt maar beslissen nergens mee.',
      'Deelnemers denken mee over de uitvoering, minder over de keuzes.',
      'Wie er baat bij heeft, zit mee aan tafel van het eerste tot het laatste besluit.',
    ],
    durability: [
      'Zonder nieuwe steun stopt alles wanneer het project afloopt.',
      'Een deel van het resultaat blijft, maar het onderhoud is niet geregeld.',
      'Het resultaat blijft: partners nemen het onderhoud op zich en hebben dat bevestigd.',
    ],
  },
  fr: {
    relevance: [
      'Le besoin est cité mais pas démontré, et le lien avec le thème reste vague.',
      'Le besoin est clair ; le lien avec le thème aurait pu être plus concret.',
      'Un besoin bien décrit, avec des chiffres du quartier, qui répond exactement à l’appel.',
    ],
    feasibility: [
      'Le calendrier ne correspond pas au nombre de personnes et les dépenses ne sont pas expliquées.',
      'Faisable, même si quelques dépenses sont estimées largement et qu’il y a peu de marge.',
      'Une équipe expérimentée, un calendrier par étapes et des dépenses justes.',
    ],
    involvement: [
      'Des personnes sont touchées mais ne décident de rien.',
      'Les participants donnent leur avis sur l’exécution, moins sur les choix.',
      'Les bénéficiaires sont à la table de la première à la dernière décision.',
    ],
    durability: [
      'Sans nouveau soutien, tout s’arrête à la fin du projet.',
      'Une partie du résultat subsiste, mais l’entretien n’est pas organisé.',
      'Le résultat subsiste : des partenaires assurent l’entretien et l’ont confirmé.',
    ],
  },
};

export const exclusions = [
  {
    code: 'organisation-not-eligible',
    nl: 'Uw organisatie heeft een rechtsvorm die het reglement van deze oproep niet noemt.',
    fr: 'Votre organisation a une forme juridique que le règlement de cet appel ne cite pas.',
  },
  {
    code: 'outside-scope',
    nl: 'Het project gaat over een commercieel evenement en niet over het thema van de oproep.',
    fr: 'Le projet porte sur un événement commercial et non sur le thème de l’appel.',
  },
  {
    code: 'incomplete',
    nl: 'De begroting vermeldt niet wie de rest van de kosten betaalt, ook niet na onze vraag.',
    fr: 'Le budget n’indique pas qui paie le reste des dépenses, même après notre question.',
  },
  {
    code: 'outside-belgium',
    nl: 'De activiteiten vinden volgens uw dossier buiten België plaats.',
    fr: 'D’après votre dossier, les activités ont lieu en dehors de la Belgique.',
  },
] as const;
