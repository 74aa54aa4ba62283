import { Injectable } from '@nestjs/common';
import { RegisterDatabase } from '../platform/index.js';

/** How many different questions are remembered: enough for the pages that people share, little to hold. */
const mostKept = 500;

/**
 * Sums over all public awards, made once for each change of the register: with a hundred thousand awards they take tens
 * of milliseconds, and everybody asks for the same few. Each question first asks for the number of the last change, so
 * that no process ever answers with sums from before it.
 */
@Injectable()
export class AwardSums {
  private change = -1;
  private readonly kept = new Map<string, Promise<unknown>>();

  constructor(private readonly database: RegisterDatabase) {}

  /** What `compute` gives, or gave since the last change of the awards. `key` names the question in full. */
  async of<Sums>(key: string, compute: () => Promise<Sums>): Promise<Sums> {
    const row = await this.database.row<{ number: number }>('SELECT number FROM register.award_change');
    const change = row?.number ?? 0;
    // Another request may have seen a later change in the meantime: what it keeps is newer than this one needs.
    if (change > this.change) {
      this.kept.clear();
      this.change = change;
    }
    const known = this.kept.get(key);
    if (known !== undefined) return known as Promise<Sums>;
    const sums = compute();
    this.keep(key, sums);
    return sums;
  }

  private keep(key: string, sums: Promise<unknown>): void {
    this.kept.set(key, sums);
    const [oldest] = this.kept.keys();
    if (this.kept.size > mostKept && oldest !== undefined) this.kept.delete(oldest);
    sums.catch(() => {
      if (this.kept.get(key) === sums) this.kept.delete(key);
    });
  }
}
