import { randomUUID } from 'node:crypto';
import { writesFirst } from '../given-everything.js';
import type { Answer, TestApi, TestPerson } from '../test-api.js';
import { pathOf } from './readings.js';
import type { CanaryWorld } from './world.js';

type Judge = (answer: Answer<unknown>, as: TestPerson | null, who: string, where: string) => void;

/**
 * Everybody tries to change everything, with a body that is right but for the state of the record that it names: what
 * comes back is a refusal, mostly, and a refusal quotes nothing. This comes last, for some of it succeeds.
 */
export async function attemptWrites(api: TestApi, { principals, targetOf }: CanaryWorld, judge: Judge): Promise<void> {
  let turn = 0;
  for (const [name, endpoint] of writesFirst()) {
    if (endpoint.method === 'GET' || endpoint.demonstration || name === 'access.signOut') continue;
    const { params, body } = targetOf(name);
    const stale = 'revision' in body ? { ...body, revision: 999_999 } : body;
    for (const [who, as] of principals) {
      turn += 1;
      const answer = await api.raw({
        method: endpoint.method,
        url: pathOf(endpoint, params) + queryOf(name),
        headers: {
          'content-type': endpoint.accepts === 'bytes' ? 'application/octet-stream' : 'application/json',
          'idempotency-key': randomUUID(),
          // From another address each time: the limits on an address are not what is tried here.
          'x-forwarded-for': `10.1.${Math.floor(turn / 250)}.${turn % 250}`,
          ...(as === null ? {} : { cookie: `session=${as.token}` }),
        },
        payload: endpoint.accepts === 'bytes' ? Buffer.from('%PDF-1.7\n') : JSON.stringify(stale),
      });
      judge(answer, as, who, `${endpoint.method} ${endpoint.path}`);
    }
  }
}

/** The queries that some writes have, by their endpoint. */
function queryOf(name: string): string {
  const queries: Readonly<Record<string, string>> = {
    'applications.attachFile': '?questionId=quotes&name=offerte.pdf',
    'calls.discardCall': '?revision=999999',
    'plan.previewPlanImport': '?name=plan.csv',
    'payments.importBankStatements': '?name=statement.xml',
  };
  return queries[name] ?? '';
}
