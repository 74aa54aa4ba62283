/** What a line says of the lines that it continues. */
export interface ContinuingLine {
  /** Null for a line that is new. */
  readonly lineId: string | null;
  readonly predecessorIds: readonly string[];
}

export interface PredecessorError {
  /** Place in the list, from 0. */
  readonly row: number;
  readonly code: 'predecessor-unknown' | 'predecessor-later' | 'predecessor-duplicate' | 'predecessor-itself';
}

/**
 * What is wrong with the lines that lines of a plan continue. `yearOf` gives the year of each line there is. A line
 * continues lines of earlier years, or of its own year where lines are merged or split between two versions; never of a
 * later year, never itself, and none of them twice. That several lines continue one (a split), or one several (a
 * merger), is right.
 */
export function predecessorErrors(
  lines: readonly ContinuingLine[],
  planYear: number,
  yearOf: ReadonlyMap<string, number>,
): PredecessorError[] {
  return lines.flatMap(({ lineId, predecessorIds }, row) => {
    const codes = new Set<PredecessorError['code']>();
    for (const [at, id] of predecessorIds.entries()) {
      const year = yearOf.get(id);
      if (id === lineId) codes.add('predecessor-itself');
      if (predecessorIds.indexOf(id) < at) codes.add('predecessor-duplicate');
      if (year === undefined) codes.add('predecessor-unknown');
      else if (year > planYear) codes.add('predecessor-later');
    }
    return [...codes].map((code) => ({ row, code }));
  });
}

/**
 * The earlier lines that nothing goes on with: no line of the plan continues them, and none is them. So none is lost
 * because nobody thought of it; which of them end on purpose, only people know. Give it the lines that carry money.
 */
export function endingLines<Line extends { readonly lineId: string }>(
  earlier: readonly Line[],
  lines: readonly ContinuingLine[],
): Line[] {
  const goesOn = new Set(lines.flatMap(({ lineId, predecessorIds }) => [lineId, ...predecessorIds]));
  return earlier.filter(({ lineId }) => !goesOn.has(lineId));
}
