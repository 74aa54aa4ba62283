/** A year that once went wrong: it is played in every run. */
export interface Regression {
  readonly seed: number;
  readonly steps: number;
  readonly was: string;
}

export const regressions: readonly Regression[] = [
  { seed: 1, steps: 70, was: 'a connection that ended between two statements of a use case answered 500' },
];
