import type { LineFigures } from '../ledger/index.js';
import { cents } from '../money.js';
import { type LocalDate, localDate } from '../time.js';

/** The same day a year before; 28 February for a 29th, which the year before does not have. */
export function sameDayYearBefore(on: LocalDate): LocalDate {
  const day = on.slice(4) === '-02-29' ? '-02-28' : on.slice(4);
  return localDate(`${String(Number(on.slice(0, 4)) - 1).padStart(4, '0')}${day}`);
}

const none: LineFigures = {
  allocatedCents: cents(0),
  reservedCents: cents(0),
  committedCents: cents(0),
  paidCents: cents(0),
  availableCents: cents(0),
};

/** Figures as an answer gives them: cents, of which a type does not know that they are. */
export type GivenFigures = Readonly<Record<keyof LineFigures, number>>;

/** The figures of several lines together; zeros for none. Other fields of the given figures are left out. */
export function sumFigures(figures: readonly GivenFigures[]): LineFigures {
  const sum = (of: (each: GivenFigures) => number) => cents(figures.reduce((total, each) => total + of(each), 0));
  return figures.length === 0
    ? none
    : {
        allocatedCents: sum((each) => each.allocatedCents),
        reservedCents: sum((each) => each.reservedCents),
        committedCents: sum((each) => each.committedCents),
        paidCents: sum((each) => each.paidCents),
        availableCents: sum((each) => each.availableCents),
      };
}

export interface FigureGroup<Key extends string> {
  readonly key: Key;
  readonly now: LineFigures;
  /** Null where the year before had nothing of the kind. */
  readonly before: LineFigures | null;
}

interface KeyedFigures<Key extends string> {
  readonly key: Key;
  readonly figures: GivenFigures;
}

/**
 * The figures of this year by their key, each beside those of the year before with the same key; the largest allocation
 * first, ties by key. A key that only the year before had is a group without money now: what ended is shown too.
 */
export function groupFigures<Key extends string>(
  now: readonly KeyedFigures<Key>[],
  before: readonly KeyedFigures<Key>[],
): FigureGroup<Key>[] {
  const keys = new Set([...now, ...before].map(({ key }) => key));
  const of = (rows: readonly KeyedFigures<Key>[], key: Key) => rows.filter((row) => row.key === key);
  const figuresOf = (rows: readonly KeyedFigures<Key>[]) => sumFigures(rows.map(({ figures }) => figures));
  return [...keys]
    .map((key) => {
      const earlier = of(before, key);
      return { key, now: figuresOf(of(now, key)), before: earlier.length === 0 ? null : figuresOf(earlier) };
    })
    .toSorted((a, b) => b.now.allocatedCents - a.now.allocatedCents || (a.key < b.key ? -1 : 1));
}
