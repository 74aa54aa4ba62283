import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { repository } from '../../repository.mjs';
import { runToEnd } from '../../run/programs.mjs';

const files = {
  'passes.test.ts': `
    import { cents } from '@commonlot/domain';
    import { given } from './given.js';
    const legacy = (target: object, name: string) => void Object.defineProperty(target, 'marked', { value: name });
    class Decorated { @legacy act(): number { return given; } }
    describe('a block', () => { it('reads TypeScript, decorators and the packages', () => {
      expect([new Decorated().act(), cents(5), (Decorated.prototype as { marked?: string }).marked]).toEqual([1, 5, 'act']);
    }); });
    it['skip']('is left out', () => { throw new Error('never'); });`,
  'given.ts': 'export const given: number = 1;',
  'fails.test.ts': `
    it('compares', () => expect({ a: 1 }).toEqual({ a: 2 }));
    it('hangs', () => new Promise(() => undefined), 20);
    it('announces', () => { expect.assertions(1); });
    it('goes on', () => expect(1).toBe(1));`,
  'hook.test.ts': `
    beforeAll(() => { throw new Error('no database'); });
    it('is not reached', () => undefined);`,
  'after.test.ts': `
    afterAll(() => { throw new Error('left dirty'); });
    it('passes', () => undefined);`,
  'load.test.ts': `throw new Error('cannot be read');`,
  'ends.test.ts': `it('takes its process along', () => process.exit(3));`,
  'loose.test.ts': `it('leaves a promise alone', async () => {
    void Promise.reject(new Error('nobody waits'));
    await new Promise((done) => setTimeout(done, 50));
  });`,
};
const folder = mkdtempSync(join(tmpdir(), 'commonlot-runner-'));
let report;

before(async () => {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const runner = join(repository, 'packages/tooling/jest/native/runner.mjs');
  const config = { rootDir: folder, roots: [folder], runner, testMatch: ['**/*.test.ts'] };
  writeFileSync(join(folder, 'jest.config.json'), JSON.stringify(config));
  const results = join(folder, 'results.json');
  const jest = [join(repository, 'node_modules/jest/bin/jest.js'), '--config', join(folder, 'jest.config.json')];
  const { code } = await runToEnd(process.execPath, [...jest, '--json', '--outputFile', results, '--maxWorkers=2']);
  const { testResults, ...counts } = JSON.parse(readFileSync(results, 'utf8'));
  const byName = Object.fromEntries(testResults.map((file) => [file.name.slice(folder.length + 1), file]));
  report = { code, counts, of: (name) => byName[name] };
});
after(() => rmSync(folder, { recursive: true, force: true }));

const statuses = (name) => report.of(name).assertionResults.map(({ title, status }) => [title, status]);

test('a file that passes says so, test by test', () => {
  assert.deepEqual(statuses('passes.test.ts'), [
    ['reads TypeScript, decorators and the packages', 'passed'],
    ['is left out', 'pending'],
  ]);
  assert.equal(
    report.of('passes.test.ts').assertionResults[0].fullName,
    'a block reads TypeScript, decorators and the packages',
  );
});

test('a comparison, a time limit and an announced assertion fail, and the next test runs', () => {
  assert.deepEqual(statuses('fails.test.ts'), [
    ['compares', 'failed'],
    ['hangs', 'failed'],
    ['announces', 'failed'],
    ['goes on', 'passed'],
  ]);
  const [compares, hangs] = report
    .of('fails.test.ts')
    .assertionResults.map((result) => result.failureMessages.join('\n'));
  assert.match(compares, /Expected[\s\S]+Received/);
  assert.match(compares, /fails\.test\.ts:2/, 'the place is that of the source');
  assert.match(hangs, /Exceeded timeout of 20 ms/);
});

test('a hook that throws fails its tests, or the file where no test is left to fail', () => {
  assert.deepEqual(statuses('hook.test.ts'), [['is not reached', 'failed']]);
  assert.equal(report.of('after.test.ts').status, 'failed');
});

test('a file that cannot be read, ends its process or leaves a rejection alone has failed', () => {
  for (const name of ['load.test.ts', 'ends.test.ts', 'loose.test.ts'])
    assert.equal(report.of(name).status, 'failed', name);
  assert.match(report.of('load.test.ts').message, /cannot be read/);
});

test('the run as a whole has failed, and every file was run', () => {
  assert.notEqual(report.code, 0);
  assert.equal(report.counts.numTotalTestSuites, Object.keys(files).filter((name) => name.includes('.test.')).length);
});
