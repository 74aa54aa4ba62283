/** One thing that a client asked for: when, when it knew the outcome, and what it was told. */
export interface Operation<A> {
  readonly startMs: number;
  /** Infinity when the client never learned what became of it. */
  readonly endMs: number;
  /** What was asked together with what was answered. */
  readonly action: A;
}

/** What the system promises, said again in a few lines and without a line of its code. */
export interface Model<S, A> {
  readonly initial: S;
  /** The state after the action, or null when the system may not have answered so in this state. */
  step(state: S, action: A): S | null;
  /** True when the action cannot have been answered so in this state nor in any that follows. */
  isLost(state: S, action: A): boolean;
  keyOf(state: S): string;
}

/** Beyond this many steps nobody can tell; a history of hundreds of operations that fits takes about one step each. */
const mostSteps = 500_000;

/**
 * Looks for an order in which the operations could have happened one after the other, each at some instant between its
 * question and its answer, so that every answer is the one that the model gives (linearizability: Wing and Gong 1993,
 * with the memory of Lowe 2017). An operation without an answer may have happened at any time after its question, or
 * never. Returns the order, or null when none fits.
 */
export function findOrder<S, A>(history: readonly Operation<A>[], model: Model<S, A>): Operation<A>[] | null {
  const sorted = history.toSorted((one, other) => one.endMs - other.endMs);
  return new Search(sorted, model).from(model.initial);
}

class Search<S, A> {
  private readonly placed: boolean[];
  private readonly order: Operation<A>[] = [];
  private readonly seen = new Set<string>();
  private steps = 0;

  constructor(
    private readonly sorted: readonly Operation<A>[],
    private readonly model: Model<S, A>,
  ) {
    this.placed = sorted.map(() => false);
  }

  from(state: S): Operation<A>[] | null {
    const waiting = this.sorted.filter((_, index) => this.placed[index] !== true);
    const answered = waiting.filter(({ endMs }) => endMs !== Number.POSITIVE_INFINITY);
    if (answered.length === 0) return [...this.order];
    if (answered.some(({ action }) => this.model.isLost(state, action))) return null;
    const key = `${this.placed.map((is) => (is ? '1' : '0')).join('')} ${this.model.keyOf(state)}`;
    if (this.seen.has(key)) return null;
    this.seen.add(key);
    // Whatever began after another one had ended comes after it.
    const firstEnd = answered[0]?.endMs ?? Number.POSITIVE_INFINITY;
    const tried = new Set<string>();
    for (const [index, operation] of this.sorted.entries()) {
      if (this.placed[index] === true || operation.startMs > firstEnd) continue;
      // Of two that are the same, the one that ended first goes first: wherever the other fits, this one does too.
      const same = JSON.stringify(operation.action);
      if (tried.has(same)) continue;
      tried.add(same);
      const found = this.place(index, operation, state);
      if (found !== null) return found;
    }
    return null;
  }

  private place(index: number, operation: Operation<A>, state: S): Operation<A>[] | null {
    this.steps += 1;
    if (this.steps > mostSteps) throw new Error(`No order was found within ${mostSteps} steps, and none was excluded.`);
    const next = this.model.step(state, operation.action);
    if (next === null) return null;
    this.placed[index] = true;
    this.order.push(operation);
    const found = this.from(next);
    this.placed[index] = false;
    this.order.pop();
    return found;
  }
}

/** Money of a line is committed, or the line has not enough left; somebody reads how much is committed. */
export type LineAction =
  | { readonly kind: 'commit'; readonly cents: number; readonly isDone: boolean }
  | { readonly kind: 'read'; readonly committedCents: number };

/** A line with so much on it: what is committed never comes back and never exceeds it. */
export function lineModel(allocatedCents: number): Model<number, LineAction> {
  return {
    initial: 0,
    step: (committed, action) => {
      if (action.kind === 'read') return action.committedCents === committed ? committed : null;
      const hasRoom = committed + action.cents <= allocatedCents;
      if (action.isDone !== hasRoom) return null;
      return action.isDone ? committed + action.cents : committed;
    },
    isLost: (committed, action) =>
      action.kind === 'read'
        ? action.committedCents < committed
        : action.isDone && committed + action.cents > allocatedCents,
    keyOf: String,
  };
}

/** A text that is saved by whoever has read its latest revision; somebody reads it. */
export type DraftAction =
  | {
      readonly kind: 'save';
      readonly revision: number;
      readonly text: string;
      readonly outcome: 'done' | 'stale' | 'unknown';
    }
  | { readonly kind: 'read'; readonly revision: number; readonly text: string };

interface Draft {
  readonly revision: number;
  readonly text: string;
}

/** A draft: who saves must name the revision that is there, and then the next one holds the text. */
export function draftModel(initial: Draft): Model<Draft, DraftAction> {
  return {
    initial,
    step: (draft, action) => {
      const isCurrent = action.revision === draft.revision;
      if (action.kind === 'read') return isCurrent && action.text === draft.text ? draft : null;
      if (action.outcome === 'stale') return isCurrent ? null : draft;
      return isCurrent ? { revision: draft.revision + 1, text: action.text } : null;
    },
    isLost: (draft, action) =>
      action.revision < draft.revision && !(action.kind === 'save' && action.outcome === 'stale'),
    keyOf: ({ revision, text }) => `${revision} ${text}`,
  };
}
