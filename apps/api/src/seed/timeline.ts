import { brusselsDay, type LocalDate } from '@commonlot/domain';

const day = 86_400_000;

/**
 * The year that the demonstration plays. From May on it is the current year, before that the year that ended, so that
 * nothing lies in the future: the steps are spread between 10 January of that year and now.
 */
export class Timeline {
  readonly year: number;
  private readonly start: number;

  constructor(readonly now: Date) {
    const current = Number(brusselsDay(now).slice(0, 4));
    const isLate = now.getTime() >= Date.UTC(current, 4, 1);
    this.year = isLate ? current : current - 1;
    this.start = Date.UTC(this.year, 0, 10, 9);
  }

  /** The instant at a share of the way from the start (0) to now (1), at 9:30 UTC plus `minutes`. */
  at(share: number, minutes = 0): Date {
    const instant = this.start + share * (this.now.getTime() - this.start);
    const morning = Math.floor(instant / day) * day + 9.5 * 3_600_000;
    return new Date(Math.min(morning + minutes * 60_000, this.now.getTime()));
  }

  /** The day in Brussels at a share of the way. */
  on(share: number): LocalDate {
    return brusselsDay(this.at(share));
  }

  /** The day so many days from now. */
  inDays(days: number): LocalDate {
    return brusselsDay(new Date(this.now.getTime() + days * day));
  }
}
