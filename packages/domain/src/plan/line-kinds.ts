/** What a line of the plan is, by its legal ground (law of 19 April 2002, art. 22-25) and by who may get its money. */
export const lineKinds = [
  'heading',
  'statutory-community',
  'statutory-named',
  'special-contribution',
  'nominative',
  'open-envelope',
  'call-envelope',
  'sector-envelope',
  'balancing',
  'not-itemised',
] as const;
export type LineKind = (typeof lineKinds)[number];

/** Lines that a call may draw on. */
export function takesCalls(kind: LineKind): boolean {
  return kind === 'call-envelope' || kind === 'open-envelope';
}

/** Lines from which the minister grants without a call. The Communities' part goes to them at once (art. 25). */
export function takesDirectFiles(kind: LineKind): boolean {
  return kind !== 'heading' && kind !== 'call-envelope' && kind !== 'not-itemised';
}
