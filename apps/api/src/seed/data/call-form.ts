import type { LocalisedText } from '@commonlot/domain';

const in4 = (nl: string, fr: string, de: string, en: string): LocalisedText => ({ nl, fr, de, en });

const question = (id: string, type: string, label: LocalisedText, more: object = {}) => ({
  id,
  type,
  label,
  hint: null,
  required: true,
  maxCharacters: null,
  min: null,
  max: null,
  options: [],
  maxFiles: null,
  ...more,
});

/** The form of the demonstration's calls: four short sections that a volunteer finishes in an evening. */
export const demonstrationForm = {
  sections: [
    {
      id: 'idea',
      title: in4('Uw project', 'Votre projet', 'Ihr Projekt', 'Your project'),
      questions: [
        question(
          'title',
          'short-text',
          in4('Titel van het project', 'Titre du projet', 'Titel des Projekts', 'Title of the project'),
          {
            maxCharacters: 120,
            hint: in4(
              'Zoals hij op de openbare pagina mag staan.',
              'Tel qu’il peut figurer sur la page publique.',
              'So wie er auf der öffentlichen Seite stehen darf.',
              'As it may stand on the public page.',
            ),
          },
        ),
        question(
          'summary',
          'long-text',
          in4('Wat gaat u doen?', 'Qu’allez-vous faire ?', 'Was haben Sie vor?', 'What are you going to do?'),
          {
            maxCharacters: 2000,
            hint: in4(
              'Voor wie, met wie, en wat is er veranderd als het project afloopt?',
              'Pour qui, avec qui, et qu’est-ce qui aura changé à la fin du projet ?',
              'Für wen, mit wem, und was hat sich am Ende des Projekts verändert?',
              'For whom, with whom, and what has changed when the project ends?',
            ),
          },
        ),
        question(
          'place',
          'municipality',
          in4(
            'Waar vindt het project plaats?',
            'Où le projet a-t-il lieu ?',
            'Wo findet das Projekt statt?',
            'Where does the project take place?',
          ),
          {
            hint: in4(
              'De gemeente waar de meeste mensen er iets van merken.',
              'La commune où le plus de personnes en profitent.',
              'Die Gemeinde, in der die meisten Menschen etwas davon haben.',
              'The municipality where most people notice it.',
            ),
          },
        ),
        question(
          'starts-on',
          'date',
          in4('Wanneer begint u?', 'Quand commencez-vous ?', 'Wann beginnen Sie?', 'When do you begin?'),
        ),
      ],
    },
    {
      id: 'people',
      title: in4('Wie u bereikt', 'Les personnes touchées', 'Wen Sie erreichen', 'Whom you reach'),
      questions: [
        question(
          'reach',
          'number',
          in4(
            'Hoeveel mensen bereikt u?',
            'Combien de personnes touchez-vous ?',
            'Wie viele Menschen erreichen Sie?',
            'How many people do you reach?',
          ),
          {
            min: 1,
            max: 1_000_000,
          },
        ),
        question(
          'goals',
          'choices',
          in4(
            'Aan welke doelen werkt u mee?',
            'À quels objectifs contribuez-vous ?',
            'Zu welchen Zielen tragen Sie bei?',
            'Which goals do you work towards?',
          ),
          {
            options: [
              ['poverty', in4('Minder armoede', 'Moins de pauvreté', 'Weniger Armut', 'Less poverty')],
              ['water', in4('Schoon water', 'Eau propre', 'Sauberes Wasser', 'Clean water')],
              ['energy', in4('Duurzame energie', 'Énergie durable', 'Nachhaltige Energie', 'Sustainable energy')],
              ['consumption', in4('Minder verspilling', 'Moins de gaspillage', 'Weniger Verschwendung', 'Less waste')],
              ['climate', in4('Klimaat', 'Climat', 'Klima', 'Climate')],
              ['nature', in4('Natuur', 'Nature', 'Natur', 'Nature')],
            ].map(([value, label]) => ({ value, label })),
          },
        ),
        question(
          'partners',
          'long-text',
          in4(
            'Met wie werkt u samen?',
            'Avec qui travaillez-vous ?',
            'Mit wem arbeiten Sie zusammen?',
            'With whom do you work?',
          ),
          {
            required: false,
            maxCharacters: 1000,
          },
        ),
      ],
    },
    {
      id: 'money',
      title: in4('Begroting', 'Budget', 'Haushalt', 'Budget'),
      questions: [
        question(
          'budget',
          'cost-table',
          in4('Kosten en inkomsten', 'Dépenses et recettes', 'Kosten und Einnahmen', 'Costs and income'),
          {
            hint: in4(
              'De kosten en de inkomsten zijn samen even groot. Btw die u niet terugkrijgt, telt mee.',
              'Les dépenses et les recettes sont égales. La TVA que vous ne récupérez pas compte.',
              'Kosten und Einnahmen sind gleich hoch. Nicht erstattete Mehrwertsteuer zählt mit.',
              'Costs and income are equal. VAT that you do not get back counts.',
            ),
          },
        ),
      ],
    },
    {
      id: 'papers',
      title: in4('Documenten', 'Documents', 'Unterlagen', 'Documents'),
      questions: [
        question(
          'plan',
          'files',
          in4(
            'Projectplan of foto’s',
            'Plan du projet ou photos',
            'Projektplan oder Fotos',
            'Project plan or photographs',
          ),
          {
            required: false,
            maxFiles: 3,
          },
        ),
      ],
    },
  ],
};

export const demonstrationCriteria = [
  {
    id: 'relevance',
    title: in4('Nut voor de samenleving', 'Utilité pour la société', 'Nutzen für die Gesellschaft', 'Use to society'),
    description: in4(
      'Het project beantwoordt aan een echte nood en aan het thema van de oproep.',
      'Le projet répond à un besoin réel et au thème de l’appel.',
      'Das Projekt erfüllt einen echten Bedarf und passt zum Thema des Aufrufs.',
      'The project answers a real need and the theme of the call.',
    ),
    weight: 40,
    maxScore: 10,
  },
  {
    id: 'feasibility',
    title: in4('Haalbaarheid', 'Faisabilité', 'Machbarkeit', 'Feasibility'),
    description: in4(
      'Planning, mensen en begroting kloppen met elkaar.',
      'Le calendrier, les personnes et le budget sont cohérents.',
      'Zeitplan, Menschen und Haushalt passen zusammen.',
      'Planning, people and budget fit together.',
    ),
    weight: 30,
    maxScore: 10,
  },
  {
    id: 'involvement',
    title: in4(
      'Betrokkenheid van mensen',
      'Participation des personnes',
      'Beteiligung der Menschen',
      'Involvement of people',
    ),
    description: in4(
      'Wie er baat bij heeft, beslist en werkt mee, ook wie kwetsbaar is.',
      'Les bénéficiaires décident et participent, y compris les plus fragiles.',
      'Wer Nutzen hat, entscheidet und arbeitet mit, auch wer verletzlich ist.',
      'Those who benefit decide and take part, the vulnerable too.',
    ),
    weight: 20,
    maxScore: 10,
  },
  {
    id: 'durability',
    title: in4('Blijvend resultaat', 'Résultat durable', 'Bleibendes Ergebnis', 'Lasting result'),
    description: in4(
      'Het resultaat blijft als de steun stopt.',
      'Le résultat subsiste quand le soutien s’arrête.',
      'Das Ergebnis bleibt, wenn die Unterstützung endet.',
      'The result stays when the support ends.',
    ),
    weight: 10,
    maxScore: 10,
  },
];

/** The three calls of the demonstration; the first is modelled on the real call of 2023 (€ 2 250 000, at most € 25 000). */
export const callTexts = {
  sustainable: {
    title: in4(
      'Duurzame ontwikkeling dicht bij huis',
      'Le développement durable près de chez soi',
      'Nachhaltige Entwicklung vor der Haustür',
      'Sustainable development close to home',
    ),
    summary: in4(
      'Steun tot € 25 000 voor verenigingen die hun buurt zuiniger, groener en rechtvaardiger maken.',
      'Un soutien jusqu’à 25 000 € pour les associations qui rendent leur quartier plus sobre, plus vert et plus juste.',
      'Bis zu 25 000 € für Vereinigungen, die ihr Viertel sparsamer, grüner und gerechter machen.',
      'Up to € 25,000 for associations that make their neighbourhood thriftier, greener and fairer.',
    ),
  },
  poverty: {
    title: in4(
      'Samen tegen armoede',
      'Ensemble contre la pauvreté',
      'Gemeinsam gegen Armut',
      'Together against poverty',
    ),
    summary: in4(
      'Voor projecten waarin mensen met weinig inkomen zelf mee beslissen.',
      'Pour des projets dans lesquels des personnes à faible revenu décident elles-mêmes.',
      'Für Projekte, in denen Menschen mit wenig Einkommen selbst mitentscheiden.',
      'For projects in which people on a low income take part in deciding.',
    ),
  },
  heritage: {
    title: in4(
      'Erfgoed om de hoek',
      'Le patrimoine au coin de la rue',
      'Kulturerbe um die Ecke',
      'Heritage around the corner',
    ),
    summary: in4(
      'Kleine erfgoedplekken opknappen en openstellen, met de buurt en met scholen.',
      'Restaurer et ouvrir de petits lieux de patrimoine, avec le quartier et les écoles.',
      'Kleine Denkmäler herrichten und öffnen, mit dem Viertel und mit Schulen.',
      'Repair and open small heritage sites, with the neighbourhood and with schools.',
    ),
  },
} as const;

export const callDescription = in4(
  'De Nationale Loterij geeft haar winst terug aan de samenleving. Met deze oproep steunt ze projecten van verenigingen, stichtingen en lokale besturen in heel België. Een onafhankelijke jury leest elk dossier en geeft punten per criterium. De minister beslist en zegt waarom. Wie steun krijgt, toont wat ermee gebeurd is.',
  'La Loterie Nationale rend son bénéfice à la société. Par cet appel, elle soutient des projets d’associations, de fondations et de pouvoirs locaux dans toute la Belgique. Un jury indépendant lit chaque dossier et donne des points par critère. Le ministre décide et dit pourquoi. Qui reçoit un soutien montre ce qu’il en a fait.',
  'Die Nationallotterie gibt ihren Gewinn der Gesellschaft zurück. Mit diesem Aufruf unterstützt sie Projekte von Vereinigungen, Stiftungen und lokalen Behörden in ganz Belgien. Eine unabhängige Jury liest jede Akte und vergibt Punkte je Kriterium. Der Minister entscheidet und begründet. Wer Unterstützung erhält, zeigt, was daraus geworden ist.',
  'The National Lottery gives its profit back to society. With this call it supports projects of associations, foundations and local authorities all over Belgium. An independent jury reads each file and scores it by criterion. The minister decides and says why. Whoever receives support shows what became of it.',
);

export const callEligibility = in4(
  'Verenigingen zonder winstoogmerk, stichtingen, gemeenten en OCMW’s met zetel in België. Het project loopt in België en vraagt hoogstens 80 % van de kosten. Eén aanvraag per organisatie.',
  'Associations sans but lucratif, fondations, communes et CPAS dont le siège est en Belgique. Le projet se déroule en Belgique et demande au plus 80 % des dépenses. Une demande par organisation.',
  'Vereinigungen ohne Gewinnerzielungsabsicht, Stiftungen, Gemeinden und ÖSHZ mit Sitz in Belgien. Das Projekt findet in Belgien statt und beantragt höchstens 80 % der Kosten. Ein Antrag je Organisation.',
  'Non-profit associations, foundations, municipalities and public welfare centres with their seat in Belgium. The project runs in Belgium and asks for at most 80 % of the costs. One application per organisation.',
);
