import { isDeepStrictEqual } from 'node:util';
import type { Endpoint } from '@commonlot/contracts';
import { faultOf } from '../hostile-answers.js';
import type { Answer } from '../test-api.js';
import type { FuzzRequest } from './fuzz-request.js';

/** What is wrong with the answer to a request, in a sentence, or null. */
export function verdictOf(endpoint: Endpoint, request: FuzzRequest, answer: Answer<unknown>): string | null {
  if (answer.status === 304 && request.headers?.some(([name]) => name === 'if-none-match')) return null;
  const fault = faultOf(endpoint, answer);
  if (fault !== null) return fault;
  if (answer.status !== endpoint.status) return null;
  if (request.mustRefuse === true) return `took what the contract refuses: ${answer.status}`;
  return successFaultOf(endpoint, answer);
}

/** A success is of the contract to the last property: read by its schema, nothing changes and nothing is dropped. */
function successFaultOf(endpoint: Endpoint, answer: Answer<unknown>): string | null {
  const type = String(answer.headers['content-type']);
  if (endpoint.answers === 'bytes') return type.includes('json') ? `bytes of type ${type}` : null;
  if (type !== 'application/json; charset=utf-8') return `a success of type ${type}`;
  const result = endpoint.response.safeParse(answer.body);
  if (!result.success) return `no answer of the contract: ${JSON.stringify(result.error.issues).slice(0, 500)}`;
  if (isDeepStrictEqual(result.data, answer.body)) return null;
  const [sent, known] = [JSON.stringify(answer.body), JSON.stringify(result.data)];
  const at = [...sent].findIndex((letter, index) => letter !== known[index]);
  return `more than the contract names, or something else: …${sent.slice(Math.max(0, at - 60), at + 120)}…`;
}
