import * as access from './access/index.js';
import * as applications from './applications/index.js';
import * as calls from './calls/index.js';
import * as decisions from './decisions/index.js';
import type { Endpoint } from './endpoint.js';
import * as ledger from './ledger/index.js';
import * as organisations from './organisations/index.js';
import * as payments from './payments/index.js';
import * as plan from './plan/index.js';
import * as platform from './platform/index.js';
import * as register from './register/index.js';
import * as reviews from './reviews/index.js';
import * as workspace from './workspace/index.js';

export {
  type Access,
  type AnswerOf,
  defineEndpoint,
  type Endpoint,
  type InputOf,
  type RequestOf,
  type ResponseOf,
} from './endpoint.js';
export * as fields from './fields.js';
export { type ProblemDocument, problemDocument } from './problem-document.js';
export {
  access,
  applications,
  calls,
  decisions,
  ledger,
  organisations,
  payments,
  plan,
  platform,
  register,
  reviews,
  workspace,
};

const nouns = {
  platform,
  access,
  organisations,
  ledger,
  plan,
  calls,
  applications,
  reviews,
  decisions,
  payments,
  register,
  workspace,
};

const isEndpoint = (value: unknown): value is Endpoint =>
  typeof value === 'object' && value !== null && 'method' in value && 'path' in value && 'permission' in value;

/** Every endpoint by its name (`applications.submitApplication`): the matrix of tests and the OpenAPI page read this. */
export const endpoints: ReadonlyMap<string, Endpoint> = new Map(
  Object.entries(nouns).flatMap(([noun, values]) =>
    Object.entries(values)
      .filter((entry): entry is [string, Endpoint] => isEndpoint(entry[1]))
      .map(([name, endpoint]) => [`${noun}.${name}`, endpoint] as const),
  ),
);

const names = new Map([...endpoints].map(([name, endpoint]) => [endpoint, name]));

/** The name of an endpoint, for idempotency, logs and the OpenAPI page. */
export function endpointName(endpoint: Endpoint): string {
  const name = names.get(endpoint);
  if (name === undefined) throw new Error(`An endpoint that no noun exports: ${endpoint.method} ${endpoint.path}`);
  return name;
}
