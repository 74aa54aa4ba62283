import { draftPlaces, type LinePlace, placeLine } from '@commonlot/domain';
import type { TypedLine } from './typed-line';
import { rowAt } from './use-row-window';

/** Where a line that is dragged would go, and where the mark of it stands. */
export interface Drop {
  readonly place: LinePlace;
  /** The row that the mark stands at: over it, or around it for a place inside. */
  readonly row: number;
  readonly isInside: boolean;
  readonly level: number;
}

/**
 * The place under a height in the grid, in rem: the upper part of a row is before it, the lower part after it, the
 * middle of a heading inside it. Under a heading that has lines "after" is before the first of them, for that is what
 * the eye sees there. Below the last row it is the end of the plan. Null where the line cannot go or already stands.
 */
export function dropAt(
  lines: readonly TypedLine[],
  offsets: readonly number[],
  height: number,
  key: string,
): Drop | null {
  const places = draftPlaces(lines);
  const found = placeAt(lines, offsets, height, places);
  if (found === null) return null;
  const isMoved = placeLine(lines, key, found.place).some(
    (line, at) => line.key !== lines[at]?.key || line !== lines[at],
  );
  if (!isMoved) return null;
  const level = places.get(found.place.key)?.level ?? 1;
  return { ...found, level: found.isInside ? level + 1 : level };
}

type Places = ReturnType<typeof draftPlaces>;

function placeAt(lines: readonly TypedLine[], offsets: readonly number[], height: number, places: Places) {
  const end = offsets[lines.length] ?? 0;
  if (height >= end) {
    const last = lines.findLast((line) => places.get(line.key)?.parent === null);
    const place = { where: 'after', key: last?.key ?? '' } as const;
    return last === undefined ? null : { place, row: lines.length, isInside: false };
  }
  const row = rowAt(offsets, Math.max(0, height));
  const [line, next] = [lines[row], lines[row + 1]];
  if (line === undefined) return null;
  const part = (height - (offsets[row] ?? 0)) / ((offsets[row + 1] ?? 0) - (offsets[row] ?? 0));
  const hasLines = next !== undefined && places.get(next.key)?.parent === line.key;
  const isHeading = line.kind === 'heading' || hasLines;
  if (part < (isHeading ? 0.3 : 0.5))
    return { place: { where: 'before', key: line.key }, row, isInside: false } as const;
  if (isHeading && part <= 0.7) return { place: { where: 'under', key: line.key }, row, isInside: true } as const;
  const place = hasLines ? ({ where: 'before', key: next.key } as const) : ({ where: 'after', key: line.key } as const);
  return { place, row: row + 1, isInside: false };
}
