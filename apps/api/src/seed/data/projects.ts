/** What the fictional applications are about: a title with the place, and two sentences for the description. */
export interface ProjectIdea {
  readonly nl: readonly [title: string, description: string];
  readonly fr: readonly [title: string, description: string];
}

/** `{place}` stands for the municipality in the language of the file. */
export const projectIdeas: readonly ProjectIdea[] = [
  {
    nl: [
      'Repair café en uitleenpunt in {place}',
      'Vrijwilligers herstellen samen met bezoekers toestellen, fietsen en kleren. Wat zelden nodig is, wordt uitgeleend in plaats van gekocht.',
    ],
    fr: [
      'Repair café et bibliothèque d’objets à {place}',
      'Des bénévoles réparent avec les visiteurs des appareils, des vélos et des vêtements. Ce qui sert rarement est prêté au lieu d’être acheté.',
    ],
  },
  {
    nl: [
      'Een groene speelplaats voor {place}',
      'Drie scholen breken beton uit en planten samen met ouders een speelbos. De buurt gebruikt de plek na de uren en in de vakantie.',
    ],
    fr: [
      'Une cour verte pour {place}',
      'Trois écoles enlèvent le béton et plantent avec les parents un bois de jeux. Le quartier profite du lieu après les heures et pendant les vacances.',
    ],
  },
  {
    nl: [
      'Samentuin aan het water, {place}',
      'Een braakliggend terrein wordt een moestuin voor zestig gezinnen. Een deel van de oogst gaat naar de voedselbank.',
    ],
    fr: [
      'Un potager partagé au bord de l’eau à {place}',
      'Un terrain vague devient un potager pour soixante familles. Une part de la récolte va à la banque alimentaire.',
    ],
  },
  {
    nl: [
      'Energiecoaches aan huis in {place}',
      'Opgeleide vrijwilligers bezoeken gezinnen met een hoge energiefactuur. Samen met hen nemen ze kleine maatregelen en vragen ze premies aan.',
    ],
    fr: [
      'Des coachs énergie à domicile à {place}',
      'Des bénévoles formés rendent visite aux ménages dont la facture est élevée. Ensemble, ils prennent de petites mesures et demandent les primes.',
    ],
  },
  {
    nl: [
      'Fietsbieb voor kinderen in {place}',
      'Kinderen lenen een fiets op hun maat en ruilen die als ze groeien. Jongeren in opleiding onderhouden de vloot.',
    ],
    fr: [
      'Une vélothèque pour les enfants de {place}',
      'Les enfants empruntent un vélo à leur taille et l’échangent quand ils grandissent. Des jeunes en formation entretiennent la flotte.',
    ],
  },
  {
    nl: [
      'Sociale kruidenier met volle rekken, {place}',
      'Overschotten van winkels en boeren worden dezelfde dag opgehaald en tegen een kleine bijdrage verdeeld. Kooklessen horen erbij.',
    ],
    fr: [
      'Une épicerie sociale aux rayons pleins à {place}',
      'Les invendus des magasins et des fermes sont collectés le jour même et distribués contre une petite participation. Des ateliers de cuisine complètent l’offre.',
    ],
  },
  {
    nl: [
      'Zwaluwen terug in {place}',
      'Scholen en boeren plaatsen nesten en leggen bloemenranden aan. Tellingen door inwoners tonen elk jaar het resultaat.',
    ],
    fr: [
      'Le retour des hirondelles à {place}',
      'Écoles et agriculteurs posent des nids et sèment des bandes fleuries. Des comptages par les habitants montrent le résultat chaque année.',
    ],
  },
  {
    nl: [
      'Een tweede leven voor bouwmateriaal in {place}',
      'Jongeren zonder werk leren slopen zonder te breken. Deuren, vloeren en stenen gaan naar verenigingen die verbouwen.',
    ],
    fr: [
      'Une deuxième vie pour les matériaux à {place}',
      'De jeunes sans emploi apprennent à démonter sans casser. Portes, planchers et briques vont aux associations qui rénovent.',
    ],
  },
  {
    nl: [
      'Buurtrestaurant zonder verspilling, {place}',
      'Twee keer per week koken buren voor buren met groenten die anders verloren gaan. Wie alleen is, wordt opgehaald.',
    ],
    fr: [
      'Un restaurant de quartier sans gaspillage à {place}',
      'Deux fois par semaine, des voisins cuisinent pour leurs voisins avec des légumes qui seraient perdus. On va chercher les personnes seules.',
    ],
  },
  {
    nl: [
      'Regenwater voor de wijk, {place}',
      'Bewoners koppelen daken aan gezamenlijke putten. Het water dient voor toiletten, tuinen en de brandweer.',
    ],
    fr: [
      'L’eau de pluie pour le quartier à {place}',
      'Les habitants relient leurs toits à des citernes communes. L’eau sert aux toilettes, aux jardins et aux pompiers.',
    ],
  },
  {
    nl: [
      'Digitale hulp aan tafel in {place}',
      'In bibliotheken en dienstencentra helpen vrijwilligers met de computer. Oude laptops worden opgeknapt en geschonken.',
    ],
    fr: [
      'L’aide numérique à table à {place}',
      'Dans les bibliothèques et les maisons de quartier, des bénévoles aident avec l’ordinateur. De vieux portables sont remis en état et donnés.',
    ],
  },
  {
    nl: [
      'Trage wegen weer open in {place}',
      'Een werkgroep zoekt oude voetwegen op en maakt ze vrij. Kinderen kunnen zo veilig te voet naar school.',
    ],
    fr: [
      'Rouvrir les sentiers de {place}',
      'Un groupe recherche les anciens sentiers et les dégage. Les enfants vont ainsi à pied à l’école en sécurité.',
    ],
  },
];

/** First words of the names of fictional organisations, with the legal form that follows in the language. */
export const organisationNames = {
  nl: [
    'De Groene Draad',
    'Samen Sterk',
    'Buurtwerk De Linde',
    'Tuin van Morgen',
    'Het Open Huis',
    'Kringwinkel De Haspel',
    'Natuurpunt van de Buurt',
    'De Fietsende Wijk',
    'Wijkatelier De Spil',
    'Jong en Handig',
    'De Waterdragers',
    'Zonder Rest',
    'De Warme Steen',
    'Allemaal Buren',
  ],
  fr: [
    'Le Fil vert',
    'Ensemble au quartier',
    'Les Jardins de demain',
    'La Maison ouverte',
    'La Ressource',
    'Nature et voisins',
    'Le Quartier à vélo',
    'L’Atelier du coin',
    'Jeunes et habiles',
    'Les Porteurs d’eau',
    'Zéro reste',
    'La Pierre chaude',
    'Tous voisins',
    'Le Grand Préau',
  ],
} as const;
