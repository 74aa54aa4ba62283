import type { ResponseOf, reviews } from '@commonlot/contracts';
import { ApiProblem } from '../../shared/api/problem';

/** What a reviewer types: a score and a comment for each criterion, and a remark. */
export type ReviewDraft = Pick<ResponseOf<typeof reviews.readAssignment>, 'scores' | 'remark'>;
export type SaveState = 'saved' | 'waiting' | 'saving' | 'failed' | 'stale';

export const quietMs = 1_000;
const retryMs = 5_000;

interface SaverParts {
  /** Answers with the new revision, or throws. */
  readonly send: (draft: ReviewDraft, revision: number) => Promise<number>;
  /** The revision that the server has now. */
  readonly reread: () => Promise<number>;
  /** Keeps what is not saved where a closed tab does not lose it; null when it is saved. */
  readonly keep: (draft: ReviewDraft | null) => void;
}

interface SaverSnapshot {
  readonly draft: ReviewDraft;
  readonly state: SaveState;
  readonly problem: unknown;
}

/**
 * Saves a draft review one second after the last change, one request at a time, each at the revision that the last one
 * gave. A failure is tried again; a draft that somebody else changed meanwhile waits until a person chose.
 */
export class ReviewSaver {
  readonly #parts: SaverParts;
  readonly #listeners = new Set<() => void>();
  #snapshot: SaverSnapshot;
  #revision: number;
  /** Counts the changes; what is saved is a count that was reached. */
  #made = 0;
  #saved = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #sending: Promise<boolean> | null = null;

  constructor(parts: SaverParts, draft: ReviewDraft, revision: number) {
    this.#parts = parts;
    this.#revision = revision;
    this.#snapshot = { draft, state: 'saved', problem: null };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  readonly snapshot = (): SaverSnapshot => this.#snapshot;

  get revision(): number {
    return this.#revision;
  }

  get isUnsaved(): boolean {
    return this.#saved < this.#made;
  }

  readonly change = (draft: ReviewDraft): void => {
    const { state } = this.#snapshot;
    this.#made += 1;
    this.#parts.keep(draft);
    this.#tell({ draft, state: state === 'saved' ? 'waiting' : state });
    if (state !== 'stale') this.#schedule(quietMs);
  };

  /** Saves what is not saved yet, after a save that is under way; false when it could not be. */
  readonly flush = async (): Promise<boolean> => {
    clearTimeout(this.#timer);
    while (this.isUnsaved) {
      if (this.#snapshot.state === 'stale') return false;
      this.#sending ??= this.#attempt().finally(() => {
        this.#sending = null;
      });
      if (!(await this.#sending)) return false;
    }
    return true;
  };

  /** After 'stale': writes what is on the screen over what was saved in the meantime. */
  readonly overwrite = async (): Promise<boolean> => {
    try {
      this.#revision = await this.#parts.reread();
    } catch (problem) {
      this.#tell({ problem });
      return false;
    }
    this.#tell({ state: 'waiting', problem: null });
    return this.flush();
  };

  async #attempt(): Promise<boolean> {
    const made = this.#made;
    this.#tell({ state: 'saving' });
    try {
      this.#revision = await this.#parts.send(this.#snapshot.draft, this.#revision);
    } catch (problem) {
      const isStale = problem instanceof ApiProblem && problem.code === 'record.stale';
      this.#tell({ state: isStale ? 'stale' : 'failed', problem });
      if (!isStale) this.#schedule(retryMs);
      return false;
    }
    this.#saved = made;
    if (!this.isUnsaved) this.#parts.keep(null);
    this.#tell({ state: this.isUnsaved ? 'waiting' : 'saved', problem: null });
    return true;
  }

  #schedule(delayMs: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), delayMs);
  }

  #tell(part: Partial<SaverSnapshot>): void {
    this.#snapshot = { ...this.#snapshot, ...part };
    for (const listener of this.#listeners) listener();
  }
}
