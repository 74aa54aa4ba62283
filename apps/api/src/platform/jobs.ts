/** Work that follows an event. It gets an id and reads the truth again, so that a repeated or late run does no harm. */
export interface Job {
  readonly name: string;
  /** When it runs by the clock instead, as a line of cron in UTC ('17 * * * *'); it gets no id then. */
  readonly schedule?: string;
  run(subjectId: string): Promise<void>;
}

/** Every job of the system, gathered at the root. */
export const JOBS = Symbol('jobs');
