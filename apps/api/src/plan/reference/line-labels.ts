/**
 * Labels that several plans print, in Dutch and French as the bilingual decrees of 2008, 2017 and 2021 have them; the
 * German and English words are ours, for the screens in those languages.
 */
export const named = {
  communities: {
    nl: 'Deelstaten (27,44 %)',
    fr: 'Entités fédérées (27,44 %)',
    de: 'Gliedstaaten (27,44 %)',
    en: 'Federated entities (27.44 %)',
  },
  germanSpeaking: {
    nl: 'Duitstalige Gemeenschap',
    fr: 'Communauté germanophone',
    de: 'Deutschsprachige Gemeinschaft',
    en: 'German-speaking Community',
  },
  flemish: {
    nl: 'Vlaamse Gemeenschap',
    fr: 'Communauté flamande',
    de: 'Flämische Gemeinschaft',
    en: 'Flemish Community',
  },
  french: {
    nl: 'Franse Gemeenschap',
    fr: 'Communauté française',
    de: 'Französische Gemeinschaft',
    en: 'French Community',
  },
  disasterFund: {
    nl: 'Nationale Kas voor Rampenschade',
    fr: 'Caisse nationale des calamités',
    de: 'Nationale Katastrophenkasse',
    en: 'National Disaster Fund',
  },
  developmentCooperation: {
    nl: 'Belgische Ontwikkelingssamenwerking (DGOS)',
    fr: 'Coopération belge au développement (DGCD)',
    de: 'Belgische Entwicklungszusammenarbeit',
    en: 'Belgian development cooperation',
  },
  kingBaudouinFoundation: {
    nl: 'Koning Boudewijnstichting',
    fr: 'Fondation Roi Baudouin',
    de: 'König-Baudouin-Stiftung',
    en: 'King Baudouin Foundation',
  },
  endowments: {
    nl: 'Specifieke dotaties',
    fr: 'Dotations spécifiques',
    de: 'Spezifische Dotationen',
    en: 'Specific endowments',
  },
  socialInterest: {
    nl: 'Instellingen en organisaties van bijzonder maatschappelijk belang',
    fr: 'Institutions et organisations d’intérêt social particulier',
    de: 'Einrichtungen und Organisationen von besonderem sozialem Interesse',
    en: 'Institutions and organisations of particular social interest',
  },
  redCross: {
    nl: 'Belgische Rode Kruis',
    fr: 'Croix-Rouge de Belgique',
    de: 'Belgisches Rotes Kreuz',
    en: 'Belgian Red Cross',
  },
  operation: {
    nl: 'Belgische Rode Kruis: werking',
    fr: 'Croix-Rouge de Belgique : fonctionnement',
    de: 'Belgisches Rotes Kreuz: Betrieb',
    en: 'Belgian Red Cross: operation',
  },
  repatriation: {
    nl: 'Belgische Rode Kruis: project Belgische gerepatrieerden',
    fr: 'Croix-Rouge de Belgique : projet rapatriement de Belges',
    de: 'Belgisches Rotes Kreuz: Rückführung von Belgiern',
    en: 'Belgian Red Cross: repatriation of Belgians',
  },
  poisonCentre: {
    nl: 'Antigifcentrum (bijzondere bijdrage)',
    fr: 'Centre antipoisons (contribution spéciale)',
    de: 'Antigiftzentrum (Sonderbeitrag)',
    en: 'Poison Centre (special contribution)',
  },
  childFocus: {
    nl: 'Child Focus (bijzondere bijdrage)',
    fr: 'Child Focus (contribution spéciale)',
    de: 'Child Focus (Sonderbeitrag)',
    en: 'Child Focus (special contribution)',
  },
  equalOpportunities: {
    nl: 'Interfederaal Centrum voor gelijke kansen en bestrijding van discriminatie en racisme (bijzondere bijdrage)',
    fr: 'Centre interfédéral pour l’égalité des chances et la lutte contre le racisme et les discriminations (contribution spéciale)',
    de: 'Interföderales Zentrum für Chancengleichheit und Bekämpfung von Rassismus und Diskriminierung (Sonderbeitrag)',
    en: 'Interfederal Centre for Equal Opportunities (special contribution)',
  },
  queenPaolaFoundation: {
    nl: 'Stichting Koningin Paola',
    fr: 'Fondation Reine Paola',
    de: 'Königin-Paola-Stiftung',
    en: 'Queen Paola Foundation',
  },
  equalityInstitute: {
    nl: 'Instituut voor de gelijkheid van vrouwen en mannen',
    fr: 'Institut pour l’égalité des femmes et des hommes',
    de: 'Institut für die Gleichheit von Frauen und Männern',
    en: 'Institute for the Equality of Women and Men',
  },
  roadVictims: {
    nl: 'Ouders van Verongelukte Kinderen',
    fr: 'Parents d’Enfants Victimes de la Route',
    de: 'Eltern von im Straßenverkehr verunglückten Kindern',
    en: 'Parents of Child Road Victims',
  },
} as const;
