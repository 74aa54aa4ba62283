import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { cruise } from 'dependency-cruiser';
import config from './config.mjs';

/** A small checkout that keeps every rule; each test adds to it. */
const sound = {
  'packages/domain/package.json': manifest('domain', {}),
  'packages/domain/src/index.ts': "export * from './plan/index.js';",
  'packages/domain/src/money.ts': 'export const cents = 1;',
  'packages/domain/src/plan/index.ts': "export { cents } from '../money.js';",
  'packages/domain/src/calls/index.ts': "export * from '../plan/index.js';",
  'packages/contracts/package.json': manifest('contracts', { '@commonlot/domain': '1', zod: '1' }),
  'packages/contracts/src/index.ts': "export * from './plan/index.js';",
  'packages/contracts/src/plan/index.ts': "import { cents } from '@commonlot/domain'; import { z } from 'zod';",
  'packages/ui/package.json': manifest('ui', { '@commonlot/domain': '1', react: '1' }),
  'packages/ui/src/index.ts': "export { Money } from './money';",
  'packages/ui/src/money.tsx': "import { cents } from '@commonlot/domain'; export const Money = () => <b>{cents}</b>;",
  'apps/api/package.json': manifest('api', { '@commonlot/domain': '1', '@commonlot/contracts': '1', pg: '1' }),
  'apps/api/src/main.ts': "import './plan/plan.module.js'; import './calls/index.js';",
  'apps/api/src/testing/index.ts': "import '../calls/calls.queries.js'; export const given = 1;",
  'apps/api/src/plan/index.ts': "export { Plan } from './plan.module.js';",
  'apps/api/src/plan/plan.module.ts':
    "import { Client } from 'pg'; import '@commonlot/contracts'; export class Plan {}",
  'apps/api/src/calls/index.ts': "import { Plan } from '../plan/index.js'; export const Calls = Plan;",
  'apps/api/src/calls/calls.queries.ts': 'export const rows = 1;',
  'apps/api/src/calls/calls.test.ts': "import { given } from '../testing/index.js';",
  'apps/web/package.json': manifest('web', { '@commonlot/contracts': '1', '@commonlot/ui': '1' }),
  'apps/web/src/features/plan/page.tsx': "import { Money } from '@commonlot/ui'; import '../../shared/api';",
  'apps/web/src/features/calls/page.tsx': "import '../plan/page';",
  'apps/web/src/features/register/page.tsx': "import '@commonlot/contracts';",
  'apps/web/src/shared/api.ts': 'export const api = 1;',
  'node_modules/zod/package.json': JSON.stringify({ name: 'zod', main: 'index.js' }),
  'node_modules/zod/index.js': 'export const z = 1;',
  'node_modules/pg/package.json': JSON.stringify({ name: 'pg', main: 'index.js' }),
  'node_modules/pg/index.js': 'export class Client {}',
  'node_modules/fast-check/package.json': JSON.stringify({ name: 'fast-check', main: 'index.js' }),
  'node_modules/fast-check/index.js': '',
};

function manifest(name, dependencies) {
  const exports = { '.': { types: './src/index.ts', default: './dist/index.js' } };
  return JSON.stringify({ name: `@commonlot/${name}`, exports, dependencies, devDependencies: { 'fast-check': '1' } });
}

/** The rules that a checkout of these files breaks, each with the file that breaks it. */
async function violations(planted) {
  const baseDir = mkdtempSync(join(tmpdir(), 'commonlot-rules-'));
  try {
    for (const [path, text] of Object.entries({ ...sound, ...planted })) {
      mkdirSync(dirname(join(baseDir, path)), { recursive: true });
      writeFileSync(join(baseDir, path), text);
    }
    mkdirSync(join(baseDir, 'node_modules/@commonlot'));
    for (const name of ['domain', 'contracts', 'ui']) {
      symlinkSync(join(baseDir, 'packages', name), join(baseDir, 'node_modules/@commonlot', name));
    }
    const { enhancedResolveOptions, ...options } = config.options;
    const rules = { validate: true, ruleSet: { forbidden: config.forbidden } };
    const result = await cruise(['apps', 'packages'], { ...options, ...rules, baseDir }, enhancedResolveOptions);
    return result.output.summary.violations.map(({ rule, from }) => `${rule.name}: ${from}`).sort();
  } finally {
    rmSync(baseDir, { recursive: true, force: true });
  }
}

test('a checkout that keeps the rules breaks none', async () => {
  assert.deepEqual(await violations({}), []);
});

const cases = [
  ['line-plan', 'packages/domain/src/plan/rule.ts', "import type { x } from '../calls/index.js';"],
  [
    'line-plan',
    'packages/contracts/src/plan/more.ts',
    "import '../calls.js';",
    { 'packages/contracts/src/calls.ts': '' },
  ],
  ['line-plan', 'apps/api/src/plan/rule.ts', "import { Calls } from '../calls/index.js';"],
  ['line-plan', 'apps/web/src/features/plan/other.tsx', "export const page = () => import('../calls/page');"],
  ['front-door', 'apps/api/src/calls/rule.ts', "import { Plan } from '../plan/plan.module.js';"],
  ['no-way-up', 'apps/api/src/calls/rule.ts', "import { given } from '../testing/index.js';"],
  ['no-way-up-tests', 'apps/api/src/calls/rule.test.ts', "import '../main.js';"],
  ['domain-alone', 'packages/domain/src/rule.ts', "import { readFileSync } from 'node:fs';"],
  ['domain-alone', 'packages/domain/src/rule.ts', "import { z } from 'zod';"],
  ['contracts-narrow', 'packages/contracts/src/rule.ts', "import { Client } from 'pg';"],
  ['contracts-narrow', 'packages/contracts/src/rule.ts', "import '../../domain/src/money.js';"],
  ['ui-narrow', 'packages/ui/src/rule.ts', "import type { x } from '@commonlot/contracts';"],
  ['ui-without-application', 'packages/ui/src/rule.tsx', "import { z } from 'zod'; export const X = () => <b>{z}</b>;"],
  ['api-narrow', 'apps/api/src/calls/rule.ts', "import { Money } from '@commonlot/ui';"],
  ['web-narrow', 'apps/web/src/rule.ts', "import '../../api/src/plan/index.js';"],
  ['shared-knows-no-feature', 'apps/web/src/shared/rule.ts', "import '../features/plan/page';"],
  ['register-stands-alone', 'apps/web/src/features/register/rule.ts', "import '../plan/page';"],
  ['declared', 'apps/api/src/calls/rule.ts', "import fc from 'fast-check';"],
  ['resolvable', 'apps/api/src/calls/rule.ts', "import './missing.js';"],
  ['tests-are-ends', 'apps/api/src/calls/rule.ts', "import './calls.test.js';"],
  [
    'no-cycles',
    'packages/domain/src/one.ts',
    "import type { x } from './two.js';",
    { 'packages/domain/src/two.ts': "import type { y } from './one.js';" },
  ],
];

for (const [rule, file, text, more = {}] of cases) {
  test(`${rule} is broken by ${file}: ${text}`, async () => {
    const found = await violations({ ...more, [file]: text });
    assert.ok(found.includes(`${rule}: ${file}`), `found ${JSON.stringify(found)}`);
  });
}
