import { endpoints } from '@commonlot/contracts';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { TestApi } from '../test-api.js';

/** The routes of a tree as Fastify prints it: `├── /calls (GET, HEAD)` and, further in, `└── /:callId (PUT)`. */
function routesOf(tree: string): string[] {
  const above: string[] = [];
  return tree.split('\n').flatMap((line) => {
    const [, indent = '', part = '', methods] = /^([│ ]*)[├└]── (\S+)(?: \(([^)]+)\))?/.exec(line) ?? [];
    if (part === '') return [];
    above.splice(indent.length / 4, above.length, part);
    return (methods?.split(', ') ?? []).map((method) => `${method} ${above.join('')}`);
  });
}

it('reads the tree of routes', () => {
  const tree =
    '├── /calls (GET, HEAD)\n│   └── /:callId (PUT)\n│       └── /ranking (GET)\n└── /p\n    ├── lan (POST)\n';
  expect(routesOf(tree)).toEqual([
    'GET /calls',
    'HEAD /calls',
    'PUT /calls/:callId',
    'GET /calls/:callId/ranking',
    'POST /plan',
  ]);
});

it('has exactly the routes of the contracts: nothing else answers anybody', async () => {
  const api = await TestApi.start();
  try {
    const server = api.get(HttpAdapterHost).httpAdapter.getInstance<FastifyInstance>();
    const expected = [...endpoints.values()].flatMap(({ method, path }) =>
      (method === 'GET' ? ['GET', 'HEAD'] : [method]).map((each) => `${each} /api${path}`),
    );
    expect(routesOf(server.printRoutes({ commonPrefix: false })).sort()).toEqual(expected.sort());
  } finally {
    await api.stop();
  }
});

it('answers 404 to every endpoint of the demonstration in production, with whatever session', async () => {
  const settings = {
    COMMONLOT_MODE: 'production',
    SMTP_URL: 'smtp://localhost:2525',
    PUBLIC_URL: 'https://commonlot.example',
  };
  const production = await TestApi.start({ settings });
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
