import { type Endpoint, problemDocument } from '@commonlot/contracts';
import { isProblemCode } from '@commonlot/domain';
import type { Answer } from './test-api.js';

/** Refusals that any endpoint may give, besides those that its contract lists. */
const general: readonly string[] = [
  'request.malformed',
  'request.too-large',
  'request.unsupported-media',
  'request.cross-site',
  'session.missing',
  'permission.missing',
  'record.missing',
  'idempotency.mismatch',
];

/** What an answer must never hold: a stack, a statement, a path of the server, the name of a library. */
const leaks =
  /\bat \S+ \(|node:internal|node_modules|\.(ts|js):\d|\bSELECT\b|\bINSERT INTO\b|\bUPDATE \w+ SET\b|QueryFailed|postgres|constraint|FST_ERR|\/work\/|\/tmp\//i;

/** What is wrong with an answer to a hostile request, or null: it is a success, or a refusal that the contract knows. */
export function faultOf(endpoint: Endpoint, answer: Answer<unknown>): string | null {
  if (answer.status === endpoint.status) return null;
  if (answer.status >= 500) return `${answer.status} ${JSON.stringify(answer.body)}`;
  const type = String(answer.headers['content-type']);
  if (!type.startsWith('application/problem+json')) return `${answer.status} of type ${type}`;
  const document = problemDocument.safeParse(answer.body);
  if (!document.success) return `no problem document: ${JSON.stringify(answer.body)}`;
  const { code, status, details } = document.data;
  if (status !== answer.status) return `${code} says ${status} and is ${answer.status}`;
  if (!isProblemCode(code)) return `unknown code ${code}`;
  if (!general.includes(code) && !endpoint.problems.includes(code))
    return `a code that the contract does not list: ${code}`;
  if (leaks.test(JSON.stringify(document.data))) return `a leak in ${JSON.stringify(details).slice(0, 300)}`;
  return null;
}
