import { problemDocument } from '@commonlot/contracts';
import type { Passed } from './fault-proxy.js';
import type { Scenario } from './scenario.js';
import type { Reply } from './subject.js';

/** What a request and the same request again do when nothing is cut. */
export interface Reference {
  readonly messages: readonly Passed[];
  readonly first: Outcome;
  readonly second: Outcome;
}

export interface Outcome {
  readonly reply: Reply;
  /** What is different in the database, a line a row. */
  readonly change: readonly string[];
}

export const isSuccess = ({ endpoint }: Scenario, { status }: Reply): boolean => status === endpoint.status;

/** What is wrong with an answer and the state that it left, when the database went away in the middle of it. */
export function complaintsAbout(
  scenario: Scenario,
  reference: Reference,
  { reply, change }: Outcome,
  wasCut: boolean,
): string[] {
  const complaints: string[] = [];
  const expected = reference.first.change;
  const isDone = change.join('\n') === expected.join('\n');
  const isUndone = change.length === 0;
  if (!isDone && !isUndone) complaints.push(`half of it is there:\n${difference(expected, change)}`);
  if (isSuccess(scenario, reply)) {
    if (!isDone) complaints.push(`it answers ${reply.status} and nothing is there`);
    complaints.push(...faultsOfSuccess(scenario, reply));
  } else if (!wasCut) {
    complaints.push(`it answers ${reply.status} although nothing was cut: ${reply.body}`);
  } else {
    complaints.push(...faultsOfOutage(reply));
  }
  return complaints;
}

/** An answer that the contract does not know. */
function faultsOfSuccess({ endpoint }: Scenario, { body }: Reply): string[] {
  if (endpoint.answers === 'bytes') return [];
  return endpoint.response.safeParse(JSON.parse(body)).success ? [] : [`it answers what no contract has: ${body}`];
}

/** "Not now, try again": anything else would blame the caller or call it a bug. */
function faultsOfOutage({ status, type, retryAfter, body }: Reply): string[] {
  if (status !== 503) return [`it answers ${status}: ${body}`];
  const faults: string[] = [];
  if (!type.startsWith('application/problem+json')) faults.push(`503 as ${type}`);
  if (!/^\d+$/.test(retryAfter ?? '')) faults.push('503 without Retry-After');
  const document = type.includes('json') ? problemDocument.safeParse(JSON.parse(body)) : null;
  if (document?.data?.code !== 'service.unavailable') faults.push(`503 that says ${body}`);
  return faults;
}

/** What is wrong with a request that nobody disturbs, sent twice. */
export function complaintsAboutReference(scenario: Scenario, { first, second }: Reference): string[] {
  const { endpoint } = scenario;
  const { reply } = first;
  if (!isSuccess(scenario, reply)) return [`${scenario.name} does not succeed: ${reply.status} ${reply.body}`];
  const complaints = faultsOfSuccess(scenario, reply);
  if (endpoint.idempotent && (second.reply.status !== reply.status || second.reply.body !== reply.body)) {
    complaints.push(`the same key answers ${second.reply.status} ${second.reply.body}`);
  }
  const hasMore = second.change.join('\n') !== first.change.join('\n');
  if (hasMore && scenario.again === null) {
    complaints.push(`a second request has a second effect:\n${difference(first.change, second.change)}`);
  }
  if (!hasMore && scenario.again !== null)
    complaints.push('a second request has no second effect, and the table says it has');
  const isRefusal = second.reply.status >= 400 && second.reply.status < 500;
  const { code } = isRefusal ? (JSON.parse(second.reply.body) as { code: string }) : { code: null };
  if (isRefusal && code !== null && !known(endpoint.problems, code)) complaints.push(`it is refused again by ${code}`);
  return complaints.map((complaint) => `${scenario.name}: ${complaint}`);
}

/** A session that ended, and links that were used, are refused before the endpoint is asked. */
const known = (problems: readonly string[], code: string): boolean =>
  problems.includes(code) || code === 'session.missing' || code === 'permission.missing';

/** The lines that only one of them has. */
export function difference(expected: readonly string[], found: readonly string[]): string {
  const missing = expected.filter((line) => !found.includes(line)).map((line) => `  missing ${line}`);
  const surplus = found.filter((line) => !expected.includes(line)).map((line) => `  surplus ${line}`);
  return [...missing, ...surplus].slice(0, 12).join('\n');
}
