import { randomUUID } from 'node:crypto';
import { type Endpoint, endpoints } from '@commonlot/contracts';
import { type Role, roles } from '@commonlot/domain';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { type Allowed, accessTable } from './access-table.js';
import { TestApi, type TestPerson } from './test-api.js';

type Caller = 'anonymous' | 'member' | Role;
const callers: readonly Caller[] = ['anonymous', 'member', ...roles];

let api: TestApi;
beforeAll(async () => {
  api = await TestApi.start();
});
afterAll(() => api.stop());

/** Calls with ids that nothing has and with an empty body: whoever may call gets as far as a 400, 404, 409 or 422. */
async function callAs(caller: Caller, endpoint: Endpoint) {
  // Somebody new for each call, for a call may end the session it is made with.
  const as: TestPerson | null =
    caller === 'anonymous' ? null : await api.person(caller === 'member' ? [] : [caller], `A ${caller}`);
  const names = [...endpoint.path.matchAll(/:([A-Za-z]+)/g)].map(([, name]) => name ?? '');
  const params = Object.fromEntries(names.map((name) => [name, randomUUID()]));
  const bytes = endpoint.accepts === 'bytes' ? { bytes: Buffer.from('x') } : {};
  const answer = await api.call(endpoint, { params }, { as, ...bytes });
  const { code = '' } = (answer.body ?? {}) as { code?: string };
  return { status: answer.status, code };
}

function mayCall(caller: Caller, allowed: Allowed): boolean {
  if (allowed === 'public') return true;
  if (caller === 'anonymous') return false;
  return allowed === 'members' || (allowed as readonly Caller[]).includes(caller);
}

it('has a row for every endpoint, and none for an endpoint that is gone', () => {
  expect(Object.keys(accessTable).sort()).toEqual([...endpoints.keys()].sort());
});

it('has a route for every endpoint', () => {
  const server = api.get(HttpAdapterHost).httpAdapter.getInstance<FastifyInstance>();
  const missing = [...endpoints].filter(([, { method, path }]) => !server.hasRoute({ method, url: `/api${path}` }));
  expect(missing.map(([name]) => name)).toEqual([]);
});

it.each([...endpoints])('%s answers those who may call it and refuses all others', async (name, endpoint) => {
  const allowed = accessTable[name] ?? [];
  for (const caller of callers) {
    const { status, code } = await callAs(caller, endpoint);
    if (mayCall(caller, allowed)) {
      expect({ caller, status }).not.toEqual({ caller, status: 500 });
      expect({ caller, code }).not.toEqual({ caller, code: 'permission.missing' });
      expect({ caller, code }).not.toEqual({ caller, code: 'session.missing' });
    } else {
      const refusal = caller === 'anonymous' ? [401, 'session.missing'] : [403, 'permission.missing'];
      expect({ caller, refusal: [status, code] }).toEqual({ caller, refusal });
    }
  }
});

it('answers 404 to every endpoint of the demonstration in production', async () => {
  const production = await TestApi.start({
    settings: {
      COMMONLOT_MODE: 'production',
      SMTP_URL: 'smtp://localhost:2525',
      PUBLIC_URL: 'https://commonlot.example',
    },
  });
  try {
    const demonstration = [...endpoints].filter(([, endpoint]) => endpoint.demonstration);
    expect(demonstration.map(([name]) => name).sort()).toEqual([
      'access.listPersonas',
      'access.signInAsPersona',
      'workspace.listOutgoingMail',
    ]);
    const administrator = await production.person(['administrator']);
    for (const [, endpoint] of demonstration) {
      const input = { params: { personId: administrator.id } };
      for (const cookie of ['', `__Host-session=${administrator.token}`, `session=${administrator.token}`]) {
        const answer = await production.call(endpoint, input, { headers: { cookie } });
        expect([endpoint.path, answer.status]).toEqual([endpoint.path, 404]);
      }
    }
  } finally {
    await production.stop();
  }
});
