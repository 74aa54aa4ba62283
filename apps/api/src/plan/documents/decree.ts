import { type Cents, type FileLanguage, inLanguage } from '@commonlot/domain';
import type { Block, DocumentModel, Phrase, TableCell } from '../../platform/documents/index.js';
import { type ActWords, actWords } from './act-words.js';
import { type ActLanguages, type ActLine, isDraft, type PlanAct } from './plan-act.js';

interface Form {
  readonly languages: ActLanguages;
  /** Whether headings print the sum of the lines under them. */
  readonly withSums: boolean;
}

/** An amount as the decrees print it, in every language: '225.300.000', and the cents when there are any. */
export function decreeAmount(amount: Cents): string {
  const digits = String(amount).padStart(3, '0');
  const euros = digits.slice(0, -2).replaceAll(/\B(?=(?:\d{3})+$)/g, '.');
  return digits.endsWith('00') ? euros : `${euros},${digits.slice(-2)}`;
}

/** The Royal Decree of a version with its annex; in two languages each text stands in both, as the decrees have it. */
export function decreeOf(act: PlanAct, form: Form): DocumentModel {
  const { languages } = form;
  const words = languages.map((language) => actWords[language]);
  const both = (of: (words: ActWords) => string) => words.map(of).join(' / ');
  const title = both(({ annex }) => annex(act.stage, act.year));
  return {
    language: languages[0],
    title: both((each) => each.title(act.stage, act.year, act.decreeOn)),
    author: 'Commonlot',
    createdAt: act.changedAt,
    letterhead: { name: 'Commonlot', line: both(({ headline }) => headline) },
    addressee: [],
    reference: [
      { label: both(({ year }) => year), value: String(act.year) },
      { label: both(({ version }) => version), value: String(act.number) },
      { label: both(({ state }) => state), value: both(({ states }) => states[act.state]) },
    ],
    mark: markOf(act, words),
    footer: `Commonlot · ${title}`,
    pageLabel: (page, pages) => `${page} / ${pages}`,
    blocks: [
      ...inEach(languages, 'title', (each) => each.title(act.stage, act.year, act.decreeOn)),
      ...preamble(act, languages),
      ...articles(act, languages),
      ...inEach(languages, 'heading', ({ annex }) => annex(act.stage, act.year)),
      annexOf(act, form),
    ],
  };
}

/** What keeps the paper from being taken for the decree. */
function markOf(act: PlanAct, words: readonly ActWords[]): string | null {
  const marks = [
    ...(isDraft(act) ? words.map(({ draft }) => draft) : []),
    ...(act.isDemonstration ? words.map(({ demonstration }) => demonstration) : []),
  ];
  return marks.length === 0 ? null : marks.join(' ');
}

type TextKind = 'title' | 'heading' | 'subheading' | 'paragraph';

const inEach = (languages: ActLanguages, kind: TextKind, of: (words: ActWords) => string): Block[] =>
  languages.map((language) => ({ kind, text: of(actWords[language]), language }));

function preamble(act: PlanAct, languages: ActLanguages): Block[] {
  const { accountsReference } = act;
  return languages.flatMap((language): Block[] => {
    const words = actWords[language];
    const texts = [
      words.grounds,
      ...(accountsReference === null ? [] : [words.accounts(accountsReference)]),
      ...act.steps.map(({ kind, on }) => words.steps[kind](on)),
      words.proposal,
      words.weDecree,
    ];
    return texts.map((text) => ({ kind: 'paragraph', text, language }));
  });
}

/** The total first, then who carries the plan out: what the lines do not call for is left out. */
function articles(act: PlanAct, languages: ActLanguages): Block[] {
  const withMinister = act.lines.filter(({ coMinister }) => coMinister !== '');
  const hasCommunities = act.lines.some(({ kind }) => kind === 'statutory-community');
  const bodies: ((words: ActWords) => string)[] = [
    (words) => words.total(act.stage, act.year, decreeAmount(act.totalCents)),
    ({ assigned }) => assigned,
    ...(hasCommunities ? [({ communities }: ActWords) => communities] : []),
    ...(withMinister.length === 0 ? [] : [(words: ActWords) => ministersOf(withMinister, words)]),
    ({ execution }) => execution,
  ];
  return bodies.flatMap((body, index) => [
    { kind: 'subheading', text: languages.map((each) => actWords[each].article(index + 1)).join(' / ') } as const,
    ...inEach(languages, 'paragraph', body),
  ]);
}

const ministersOf = (lines: readonly ActLine[], words: ActWords) =>
  [words.ministers, ...lines.map(({ code, coMinister }) => words.ofLine(code, coMinister))].join('\n');

function annexOf(act: PlanAct, { languages, withSums }: Form): Block {
  const title = (column: keyof ActWords['columns']) =>
    [...new Set(languages.map((each) => actWords[each].columns[column]))].join(' / ');
  return {
    kind: 'table',
    columns: [
      { title: title('code'), align: 'left', share: 0.12 },
      { title: title('label'), align: 'left', share: 0.47 },
      { title: title('amount'), align: 'right', share: 0.19 },
      { title: title('kind'), align: 'left', share: 0.22 },
    ],
    rows: act.lines.map((line) => [
      line.code,
      labelOf(line, languages),
      amountOf(line, withSums),
      phrases(languages, (language) => actWords[language].kinds[line.kind]),
    ]),
  };
}

/** A heading of the decrees has no amount of its own. */
function amountOf(line: ActLine, withSums: boolean): string {
  if (line.kind === 'heading') return withSums ? decreeAmount(line.subtotalCents) : '';
  if (line.isPm) return 'PM';
  return line.amountCents === null ? '' : decreeAmount(line.amountCents);
}

/** In the bilingual form both labels, empty ones too: which is which must stay clear. In German what there is. */
function labelOf({ label }: ActLine, languages: ActLanguages): TableCell {
  if (languages.length > 1) return phrases(languages, (language) => label[language] ?? '');
  return inLanguage(label, languages[0]).text;
}

/** A text in each language; one that is the same in all stands once. */
function phrases(languages: ActLanguages, of: (language: FileLanguage) => string): TableCell {
  const all: Phrase[] = languages.map((language) => ({ text: of(language), language }));
  const [first] = all;
  return first !== undefined && all.every(({ text }) => text === first.text) ? first.text : all;
}
