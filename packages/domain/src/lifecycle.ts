import { Problem } from './problem.js';

type StateOf<T> = keyof T & string;
type ActionOf<T> = { [State in keyof T]: keyof T[State] }[keyof T] & string;

export interface Lifecycle<State extends string, Action extends string> {
  readonly states: readonly State[];
  readonly initial: State;
  /** Every move of the table, in its order: what the database's trigger and the diagram of the docs are made from. */
  readonly moves: readonly { readonly from: State; readonly action: Action; readonly to: State }[];
  /** The state after the action; throws the problem 'lifecycle.not-allowed' where the table has no such move. */
  next(state: State, action: Action): State;
  can(state: State, action: Action): boolean;
  isFinal(state: State): boolean;
}

/**
 * Makes a lifecycle of a table, state -> action -> next state. A target that is no row of the table does not compile.
 * States are what somebody decided; what time decides (a call that is open) is computed, never stored.
 */
export function defineLifecycle<const T extends Readonly<Record<keyof T, Readonly<Record<string, keyof T>>>>>(
  table: T,
  initial: StateOf<T>,
): Lifecycle<StateOf<T>, ActionOf<T>> {
  type State = StateOf<T>;
  type Action = ActionOf<T>;
  const states = Object.keys(table) as State[];
  const moves = states.flatMap((from) =>
    Object.entries(table[from]).map(([action, to]) => ({ from, action: action as Action, to: to as State })),
  );
  // A list, not a look-up in the object: 'constructor' is no action, whatever the prototype says.
  const find = (state: State, action: Action) => moves.find((move) => move.from === state && move.action === action);
  return {
    states,
    initial,
    moves,
    next(state, action) {
      const move = find(state, action);
      if (move === undefined) throw new Problem('lifecycle.not-allowed', { state, action });
      return move.to;
    },
    can: (state, action) => find(state, action) !== undefined,
    isFinal: (state) => !moves.some((move) => move.from === state),
  };
}
