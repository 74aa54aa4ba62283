import type { CallForm, QuestionOption } from '@commonlot/domain';
import { inFour, question } from './form-parts.js';

const targetGroups: readonly QuestionOption[] = [
  {
    value: 'children',
    label: inFour('Kinderen en jongeren', 'Enfants et jeunes', 'Kinder und Jugendliche', 'Children and young people'),
  },
  { value: 'seniors', label: inFour('Ouderen', 'Personnes âgées', 'Ältere Menschen', 'Older people') },
  {
    value: 'disability',
    label: inFour(
      'Mensen met een handicap',
      'Personnes handicapées',
      'Menschen mit Behinderung',
      'People with a disability',
    ),
  },
  {
    value: 'poverty',
    label: inFour('Mensen in armoede', 'Personnes en situation de pauvreté', 'Menschen in Armut', 'People in poverty'),
  },
  { value: 'newcomers', label: inFour('Nieuwkomers', 'Primo-arrivants', 'Neuankömmlinge', 'Newcomers') },
  { value: 'everyone', label: inFour('Iedereen', 'Tout le monde', 'Alle', 'Everyone') },
];

/** The organisation's project: what, why, where and when. */
const project = {
  id: 'project',
  title: inFour(
    'Het project van uw organisatie',
    'Le projet de votre organisation',
    'Das Projekt Ihrer Organisation',
    'The project of your organisation',
  ),
  questions: [
    // The column `title` of an application, in every list, follows the question with this id.
    question(
      'title',
      'short-text',
      inFour('Naam van het project', 'Nom du projet', 'Name des Projekts', 'Name of the project'),
      {
        hint: inFour(
          'Een korte naam die iedereen begrijpt. Hij komt op de openbare website als u steun krijgt.',
          'Un nom court que chacun comprend. Il figurera sur le site public si vous recevez un soutien.',
          'Ein kurzer Name, den alle verstehen. Er erscheint auf der öffentlichen Website, wenn Sie Unterstützung erhalten.',
          'A short name that everyone understands. It goes on the public site if you receive support.',
        ),
        maxCharacters: 120,
      },
    ),
    question(
      'summary',
      'long-text',
      inFour('Wat gaat u doen?', 'Qu’allez-vous faire ?', 'Was werden Sie tun?', 'What will you do?'),
      {
        hint: inFour(
          'Beschrijf de activiteiten: wie doet wat, waar en wanneer?',
          'Décrivez les activités : qui fait quoi, où et quand ?',
          'Beschreiben Sie die Tätigkeiten: Wer macht was, wo und wann?',
          'Describe the activities: who does what, where and when?',
        ),
        maxCharacters: 4000,
      },
    ),
    question(
      'need',
      'long-text',
      inFour('Waarom is het nodig?', 'Pourquoi est-ce nécessaire ?', 'Warum ist es nötig?', 'Why is it needed?'),
      {
        hint: inFour(
          'Welk probleem pakt u aan, en hoe weet u dat het bestaat?',
          'À quel problème répondez-vous, et comment savez-vous qu’il existe ?',
          'Welches Problem gehen Sie an, und woher wissen Sie, dass es besteht?',
          'Which problem do you tackle, and how do you know that it exists?',
        ),
        maxCharacters: 2000,
      },
    ),
    question(
      'municipality',
      'municipality',
      inFour(
        'Waar vindt het project plaats?',
        'Où le projet a-t-il lieu ?',
        'Wo findet das Projekt statt?',
        'Where does the project take place?',
      ),
      {
        hint: inFour(
          'De gemeente waar de meeste mensen er baat bij hebben, niet noodzakelijk die van uw zetel.',
          'La commune où le plus de personnes en bénéficient, pas nécessairement celle de votre siège.',
          'Die Gemeinde, in der die meisten Menschen etwas davon haben, nicht unbedingt die Ihres Sitzes.',
          'The municipality where most people benefit, not necessarily that of your seat.',
        ),
      },
    ),
    question(
      'starts-on',
      'date',
      inFour('Wanneer begint het?', 'Quand commence-t-il ?', 'Wann beginnt es?', 'When does it begin?'),
    ),
    question(
      'ends-on',
      'date',
      inFour('Wanneer is het afgelopen?', 'Quand se termine-t-il ?', 'Wann endet es?', 'When does it end?'),
    ),
  ],
};

/** People reached: whom, how many, and how they hear of it. */
const people = {
  id: 'people',
  title: inFour(
    'De mensen die u bereikt',
    'Les personnes touchées',
    'Die Menschen, die Sie erreichen',
    'The people you reach',
  ),
  questions: [
    question(
      'people-reached',
      'number',
      inFour(
        'Hoeveel mensen bereikt u?',
        'Combien de personnes touchez-vous ?',
        'Wie viele Menschen erreichen Sie?',
        'How many people do you reach?',
      ),
      {
        hint: inFour(
          'Een eerlijke schatting; tel iedereen één keer.',
          'Une estimation honnête ; comptez chacun une seule fois.',
          'Eine ehrliche Schätzung; zählen Sie jede Person einmal.',
          'An honest estimate; count everyone once.',
        ),
        min: 1,
        max: 12_000_000,
      },
    ),
    question(
      'target-groups',
      'choices',
      inFour(
        'Voor wie is het project?',
        'À qui s’adresse le projet ?',
        'Für wen ist das Projekt?',
        'Whom is the project for?',
      ),
      {
        options: targetGroups,
      },
    ),
    question(
      'how-reached',
      'long-text',
      inFour('Hoe bereikt u hen?', 'Comment les touchez-vous ?', 'Wie erreichen Sie sie?', 'How do you reach them?'),
      {
        hint: inFour(
          'Wat doet u voor wie minder makkelijk de weg vindt?',
          'Que faites-vous pour ceux qui trouvent moins facilement leur chemin ?',
          'Was tun Sie für Menschen, die den Weg weniger leicht finden?',
          'What do you do for people who find their way less easily?',
        ),
        maxCharacters: 2000,
      },
    ),
  ],
};

/** The one cost table: the amount requested comes from here. */
const money = {
  id: 'money',
  title: inFour('Begroting', 'Budget', 'Haushaltsplan', 'Budget'),
  questions: [
    question(
      'budget',
      'cost-table',
      inFour('Kosten en inkomsten', 'Dépenses et recettes', 'Kosten und Einnahmen', 'Costs and incomes'),
      {
        hint: inFour(
          'De inkomsten zijn even hoog als de kosten. Vermeld ook uw eigen inbreng en andere subsidies.',
          'Les recettes sont égales aux dépenses. Mentionnez aussi votre apport propre et les autres subsides.',
          'Die Einnahmen sind so hoch wie die Kosten. Nennen Sie auch Ihren Eigenanteil und andere Zuschüsse.',
          'The incomes equal the costs. List your own contribution and other subsidies as well.',
        ),
      },
    ),
    question(
      'other-support',
      'long-text',
      inFour(
        'Vroeg of kreeg u elders steun voor dit project?',
        'Avez-vous demandé ou reçu un soutien ailleurs pour ce projet ?',
        'Haben Sie für dieses Projekt anderswo Unterstützung beantragt oder erhalten?',
        'Did you ask for or receive support elsewhere for this project?',
      ),
      {
        hint: inFour(
          'Bij wie, hoeveel, en is het al beslist? Dezelfde kost wordt nooit tweemaal betaald.',
          'Auprès de qui, combien, et est-ce déjà décidé ? Une même dépense n’est jamais payée deux fois.',
          'Bei wem, wie viel, und ist es schon entschieden? Dieselben Kosten werden nie zweimal bezahlt.',
          'From whom, how much, and is it decided yet? The same cost is never paid twice.',
        ),
        required: false,
        maxCharacters: 1000,
      },
    ),
  ],
};

/** Attachments are optional: what must be known is asked in a question. */
const documents = {
  id: 'documents',
  title: inFour('Bijlagen', 'Annexes', 'Anlagen', 'Attachments'),
  questions: [
    question(
      'quotes',
      'files',
      inFour('Offertes of ramingen', 'Devis ou estimations', 'Angebote oder Schätzungen', 'Quotes or estimates'),
      {
        required: false,
        maxFiles: 5,
      },
    ),
    question(
      'other-documents',
      'files',
      inFour('Andere documenten', 'Autres documents', 'Andere Unterlagen', 'Other documents'),
      {
        hint: inFour(
          'Bijvoorbeeld een projectplan of een brief van een partner.',
          'Par exemple un plan de projet ou une lettre d’un partenaire.',
          'Zum Beispiel ein Projektplan oder ein Brief eines Partners.',
          'For example a project plan or a letter from a partner.',
        ),
        required: false,
        maxFiles: 3,
      },
    ),
  ],
};

/** The form of a new call: it could be published as it is, in four languages. */
export const startingForm: CallForm = { sections: [project, people, money, documents] };
