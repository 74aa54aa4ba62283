import { type Cents, cents, inLanguage, type Language, sumCents } from '@commonlot/domain';
import type { SankeyFlow, SankeyGraph, SankeyPlace } from '@commonlot/ui';
import { type LineInTree, lineAnchor } from '../plan-tree';
import type { PlanLine } from '../records';

export const grounds = ['communities', 'named', 'decree'] as const;
export type Ground = (typeof grounds)[number];

export const beneficiaries = ['communities', 'named', 'organisations', 'calls', 'requests', 'open'] as const;
export type Beneficiary = (typeof beneficiaries)[number];

interface Way {
  readonly ground: Ground;
  readonly beneficiary: Beneficiary;
}

/** By what a line is fixed, and who may get its money. Only the special law and the law itself name anybody. */
const wayOf: Readonly<Record<PlanLine['kind'], Way>> = {
  heading: { ground: 'decree', beneficiary: 'open' },
  'statutory-community': { ground: 'communities', beneficiary: 'communities' },
  'statutory-named': { ground: 'named', beneficiary: 'named' },
  'special-contribution': { ground: 'decree', beneficiary: 'organisations' },
  nominative: { ground: 'decree', beneficiary: 'organisations' },
  'open-envelope': { ground: 'decree', beneficiary: 'requests' },
  'call-envelope': { ground: 'decree', beneficiary: 'calls' },
  'sector-envelope': { ground: 'decree', beneficiary: 'requests' },
  balancing: { ground: 'decree', beneficiary: 'open' },
  'not-itemised': { ground: 'decree', beneficiary: 'open' },
};

/** A line that carries money, with the stations that its money goes through. */
export interface FlowRow extends Way {
  readonly line: PlanLine;
  readonly rubric: PlanLine;
  readonly amountCents: Cents;
}

/** The lines of a plan that carry money, in the order of the decree. */
export function flowRows(tree: readonly LineInTree[]): FlowRow[] {
  return tree
    .filter(({ line, isLeaf }) => isLeaf && line.subtotalCents > 0)
    .map(({ line, above }) => ({
      line,
      rubric: above[0] ?? line,
      amountCents: line.subtotalCents,
      ...wayOf[line.kind],
    }));
}

/** Who gets the most, and how much. */
export function largestBeneficiary(rows: readonly FlowRow[]): { beneficiary: Beneficiary; amountCents: Cents } | null {
  const sums = beneficiaries.map((beneficiary) => ({
    beneficiary,
    amountCents: sumCents(rows.filter((row) => row.beneficiary === beneficiary).map((row) => row.amountCents)),
  }));
  const [largest] = sums.toSorted((a, b) => b.amountCents - a.amountCents);
  return largest === undefined || largest.amountCents === 0 ? null : largest;
}

export interface FlowWords {
  readonly language: Language;
  readonly ground: (ground: Ground) => string;
  readonly beneficiary: (beneficiary: Beneficiary) => string;
  /** "7 other lines". */
  readonly others: (count: number) => string;
  readonly columns: Readonly<Record<'law' | 'rubric' | 'line' | 'beneficiary', string>>;
  /** The address of the page of the plan. */
  readonly page: string;
}

/** More lines than these cannot be told apart; the rest of a rubric stands together. */
const linesDrawn = 14;

/** From the law through rubrics and lines to who gets the money. */
export function wideGraph(rows: readonly FlowRow[], words: FlowWords): SankeyGraph {
  const drawn = new Set(
    rows
      .toSorted((a, b) => b.amountCents - a.amountCents)
      .slice(0, linesDrawn)
      .map(({ line }) => line.lineId),
  );
  const stations = rows.map((row) => {
    const rest = rows.filter(({ rubric, line }) => rubric === row.rubric && !drawn.has(line.lineId));
    // One line alone takes no more room under its own name.
    const isDrawn = drawn.has(row.line.lineId) || rest.length === 1;
    return { row, line: isDrawn ? placeOf(row.line, 2, words) : othersOf(row.rubric, rest.length, words) };
  });
  const tones = tonesOf(rows);
  const inOrder = rubricsOf(rows).flatMap((rubric) =>
    stations.filter(({ row }) => row.rubric === rubric).toSorted((a, b) => restLast(a.line) - restLast(b.line)),
  );
  const rubrics = rows.map(({ rubric }) => placeOf(rubric, 1, words));
  return {
    columns: [words.columns.law, words.columns.rubric, words.columns.line, words.columns.beneficiary],
    places: unique([
      ...grounds.map((ground) => plain(`law ${ground}`, words.ground(ground), 0)),
      ...rubrics.map((place) => ({ ...place, id: `rubric ${place.id}` })),
      ...inOrder.map(({ line }) => line),
      ...beneficiaries.map((each) => plain(`to ${each}`, words.beneficiary(each), 3)),
    ]).map((place) => ({ ...place, tone: toneOf(place.id, rows, tones) })),
    flows: merged(
      inOrder.flatMap(({ row, line }) => {
        const rubric = `rubric ${row.rubric.lineId}`;
        const flow = { amountCents: row.amountCents, tone: tones.get(row.rubric.lineId) ?? 0 };
        return [
          { ...flow, from: `law ${row.ground}`, to: rubric },
          { ...flow, from: rubric, to: line.id },
          { ...flow, from: line.id, to: `to ${row.beneficiary}` },
        ];
      }),
    ),
  };
}

/** From the rubrics to who gets the money: what a narrow page has room for. */
export function narrowGraph(rows: readonly FlowRow[], words: FlowWords): SankeyGraph {
  const tones = tonesOf(rows);
  return {
    columns: [words.columns.rubric, words.columns.beneficiary],
    places: unique([
      ...rows.map(({ rubric }) => ({
        ...placeOf(rubric, 0, words),
        id: `rubric ${rubric.lineId}`,
        tone: tones.get(rubric.lineId) ?? 0,
      })),
      ...beneficiaries.map((each) => plain(`to ${each}`, words.beneficiary(each), 1)),
    ]),
    flows: merged(
      rows.map(({ rubric, beneficiary, amountCents }) => ({
        from: `rubric ${rubric.lineId}`,
        to: `to ${beneficiary}`,
        amountCents,
        tone: tones.get(rubric.lineId) ?? 0,
      })),
    ),
  };
}

function placeOf(line: PlanLine, column: number, { language, page }: FlowWords): SankeyPlace {
  const label = inLanguage(line.label, language);
  return {
    id: line.lineId,
    label: label.text,
    lang: label.language === language ? undefined : label.language,
    href: `${page}#${lineAnchor(line.code)}`,
    column,
    tone: 0,
  };
}

const plain = (id: string, label: string, column: number): SankeyPlace => ({ id, label, column, tone: 0 });

const othersOf = (rubric: PlanLine, count: number, words: FlowWords): SankeyPlace => ({
  ...placeOf(rubric, 2, words),
  id: `others ${rubric.lineId}`,
  label: words.others(count),
  lang: undefined,
});

const rubricsOf = (rows: readonly FlowRow[]) => [...new Set(rows.map(({ rubric }) => rubric))];

/** What stands together comes after the lines of its rubric that have a name. */
const restLast = ({ id }: SankeyPlace) => Number(id.startsWith('others '));

/** A colour for each rubric, in their order, as in the picture of the plan on the first page. */
function tonesOf(rows: readonly FlowRow[]): ReadonlyMap<string, number> {
  return new Map(rubricsOf(rows).map(({ lineId }, place) => [lineId, (place % 8) + 1]));
}

function toneOf(id: string, rows: readonly FlowRow[], tones: ReadonlyMap<string, number>): number {
  const [kind, of] = id.split(' ');
  if (of !== undefined) return kind === 'rubric' || kind === 'others' ? (tones.get(of) ?? 0) : 0;
  const row = rows.find(({ line }) => line.lineId === id);
  return row === undefined ? 0 : (tones.get(row.rubric.lineId) ?? 0);
}

const unique = (places: readonly SankeyPlace[]): SankeyPlace[] => [
  ...new Map(places.map((place) => [place.id, place])).values(),
];

/** Flows between the same two stations as one. */
function merged(flows: readonly SankeyFlow[]): SankeyFlow[] {
  const byWay = new Map<string, SankeyFlow>();
  for (const flow of flows) {
    const key = `${flow.from}>${flow.to}`;
    const known = byWay.get(key);
    byWay.set(key, known === undefined ? flow : { ...known, amountCents: cents(known.amountCents + flow.amountCents) });
  }
  return [...byWay.values()];
}
