import { z } from 'zod';

/** A refusal on the wire: RFC 9457, `application/problem+json`. `type` is `urn:problem:<code>`. */
export const problemDocument = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  /** Which fields, which blockers: never names or texts of other people. */
  details: z.record(z.string(), z.unknown()),
});
export type ProblemDocument = z.infer<typeof problemDocument>;
