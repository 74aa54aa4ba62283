/** The number that people quote: '2026-C01' for the first call of 2026. */
export function callNumber(year: number, sequence: number): string {
  return `${year}-C${sequence.toString().padStart(2, '0')}`;
}
