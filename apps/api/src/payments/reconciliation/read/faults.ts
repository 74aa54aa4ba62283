import { Problem } from '@commonlot/domain';

/** One fault of a file: where it stands, by the line of the file and the entry of the statement, and a code. */
export interface StatementFault {
  readonly line: number | null;
  readonly entry: number | null;
  readonly code: string;
  /** In cents, where amounts do not agree. */
  readonly differenceCents?: number;
}

/** As many as a person can read; the rest are more of the same. */
const mostFaults = 100;

export const maximumEntries = 5_000;
export const maximumBytes = 10_485_760;

/** Collects what is wrong, so that a person mends all of it at once. */
export class Faults {
  private readonly found: StatementFault[] = [];

  report(code: string, line: number | null = null, entry: number | null = null, differenceCents?: number): void {
    if (this.found.length >= mostFaults) return;
    this.found.push({ line, entry, code, ...(differenceCents === undefined ? {} : { differenceCents }) });
  }

  /** Throws `bank-statement.invalid` with every fault when there is one. */
  assertNone(): void {
    if (this.found.length > 0) throw new Problem('bank-statement.invalid', { faults: this.found });
  }
}

/** A file that cannot be read any further. */
export function unreadable(code: string, line: number | null = null): Problem {
  return new Problem('bank-statement.invalid', { faults: [{ line, entry: null, code }] });
}
