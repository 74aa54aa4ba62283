import type { Answer, TestApi, TestPerson } from '../test-api.js';
import type { TwinWorld, Who } from './world.js';

/** One of the two systems, and who and what is in it: the same in both but for the secret. */
export interface Side {
  readonly api: TestApi;
  readonly world: TwinWorld;
}

type Step = (side: Side) => Promise<unknown>;
/** Something that a stranger does then; its answer is compared like those of all readings. */
type Act = (side: Side, as: TestPerson | null) => Promise<Answer<unknown>>;

/** Two systems that are equal but for one secret, and those who may not be able to tell them apart. */
export interface Twin {
  readonly secret: string;
  readonly one: Step;
  readonly other: Step;
  readonly strangers: readonly Who[];
  readonly acts: Partial<Record<Who, readonly Act[]>>;
}

export const nothing: Step = async () => undefined;

/** A row of the table of secrets: what differs, how it comes about on either side, and who may not notice. */
export function twin(
  secret: string,
  { one = nothing, other }: { readonly one?: Step; readonly other: Step },
  strangers: readonly Who[],
  acts: Twin['acts'] = {},
): Twin {
  return { secret, one, other, strangers, acts };
}
