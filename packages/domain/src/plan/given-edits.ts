import { type Cents, cents } from '../money.js';
import type { ComparableLine } from './line-differences.js';
import type { LineFormula, PlanLineFacts } from './plan-line.js';
import { compareCodes } from './plan-tree.js';

export type GivenLine = ComparableLine & PlanLineFacts & { readonly formula: LineFormula | null };

export const editActs = [
  'add',
  'remove',
  'rename',
  'move',
  'merge',
  'split',
  'amount',
  'pm',
  'share',
  'rest',
  'balance',
  'fact',
] as const;

/** One thing that somebody does to a draft: to which line (counted round), with which second line, how much. */
export interface Edit {
  readonly act: (typeof editActs)[number];
  readonly line: number;
  readonly other: number;
  readonly euros: number;
}

/** A line of a plan; without a label of its own it is named by its code. */
export function givenLine(code: string, change: Partial<GivenLine> = {}): GivenLine {
  return {
    lineId: `line-${code}`,
    predecessorIds: [],
    code,
    parentCode: code.includes('.') ? code.slice(0, code.lastIndexOf('.')) : null,
    labels: { nl: `Lijn ${code}`, fr: `Ligne ${code}` },
    kind: 'nominative',
    amountCents: cents(100_00),
    isPm: false,
    legalGround: '',
    beneficiaryNumber: null,
    formula: null,
    sector: null,
    isExtraSupport: false,
    coMinister: '',
    ...change,
  };
}

export const givenHeading = (code: string, change: Partial<GivenLine> = {}): GivenLine =>
  givenLine(code, { kind: 'heading', amountCents: null, ...change });

/** The leaves of the draft after the edits, under the headings that they need; ids that are new begin with `prefix`. */
export function edited(lines: readonly GivenLine[], edits: readonly Edit[], prefix: string): GivenLine[][] {
  let leaves = lines.filter((line) => line.kind !== 'heading');
  return edits.map((edit, serial) => {
    leaves = afterEdit(leaves, edit, `${prefix}-${serial}`);
    return withHeadings(leaves);
  });
}

function withHeadings(leaves: readonly GivenLine[]): GivenLine[] {
  const headings = new Set(leaves.flatMap((line) => line.parentCode ?? []));
  return [...[...headings].map((code) => givenHeading(code)), ...leaves].toSorted((a, b) =>
    compareCodes(a.code, b.code),
  );
}

function afterEdit(leaves: GivenLine[], { act, line: place, other, euros }: Edit, id: string): GivenLine[] {
  const line = leaves[place % Math.max(1, leaves.length)];
  const second = leaves[other % Math.max(1, leaves.length)];
  const heading = String((other % 4) + 1);
  const added = (count: number, change: Partial<GivenLine>) => newLines(leaves, heading, count, id, change);
  if (act === 'add' || line === undefined || second === undefined) {
    return [...leaves, ...added(1, { amountCents: cents(euros * 100) })];
  }
  const without = leaves.filter((each) => each !== line);
  const changed = (change: Partial<GivenLine>) => [...without, { ...line, ...change }];
  const [half, rest] = [Math.floor(held(line) / 2), Math.ceil(held(line) / 2)];
  const predecessorIds = [line.lineId];
  switch (act) {
    case 'remove':
      return without;
    case 'rename':
      return changed({ labels: { nl: `Naam ${id}`, fr: `Nom ${id}` } });
    case 'move':
      return [...without, ...added(1, line).map((moved) => ({ ...moved, lineId: line.lineId }))];
    case 'merge': {
      if (second === line) return leaves;
      const ids = [line.lineId, second.lineId];
      const amountCents = cents(held(line) + held(second));
      return [...without.filter((each) => each !== second), ...added(1, { predecessorIds: ids, amountCents })];
    }
    case 'split': {
      const [a, b] = added(2, { predecessorIds });
      return a && b ? [...without, { ...a, amountCents: cents(half) }, { ...b, amountCents: cents(rest) }] : leaves;
    }
    case 'amount':
      return changed({ amountCents: cents(euros * 100), isPm: false });
    case 'pm':
      return changed({ amountCents: line.isPm ? cents(0) : null, isPm: !line.isPm, formula: null });
    case 'share':
      return changed({ formula: { kind: 'share', of: 'total', less: [], share: `0.0${(euros % 9) + 1}` } });
    case 'rest':
      return changed({ formula: { kind: 'rest', of: second.code, less: [] } });
    case 'balance':
      return changed({ formula: { kind: 'balance' } });
    default:
      return changed({ coMinister: id, sector: 'culture', isExtraSupport: !line.isExtraSupport });
  }
}

const held = (line: GivenLine): Cents => line.amountCents ?? cents(0);

/** Lines with the next free codes under a heading. */
function newLines(
  leaves: readonly GivenLine[],
  heading: string,
  count: number,
  id: string,
  change: Partial<GivenLine>,
): GivenLine[] {
  const used = leaves
    .filter((line) => line.parentCode === heading)
    .map((line) => Number(line.code.slice(heading.length + 1)));
  const last = Math.max(0, ...used);
  return Array.from({ length: count }, (_, index) => ({
    ...givenLine(`${heading}.${last + index + 1}`),
    ...change,
    lineId: `${id}-${index}`,
    code: `${heading}.${last + index + 1}`,
    parentCode: heading,
  }));
}
