import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
const inWindow = {
  'first.test.ts': `
    import styles from './look.css';
    import { given } from './given';
    it('has a document, class names and the setup', () => {
      document.body.innerHTML = '<p class="note">';
      expect(document.querySelector('.' + styles.note)).toBeInstanceOf(HTMLElement);
      expect([given, (globalThis as { prepared?: number | null }).prepared, typeof window.addEventListener]).toEqual([1, 1, 'function']);
      (globalThis as { prepared?: number | null }).prepared = null;
    });`,
  'given.ts': 'export const given: number = 1;',
  'look.css': '.note { color: red }',
  'second.test.ts': `it('is set up for this file too', () => expect((globalThis as { prepared?: number | null }).prepared).toBe(1));`,
  'server.test.ts': `/** @jest-environment node */
    it('has no document', () => expect(typeof document).toBe('undefined'));`,
  'setup.mjs': `beforeEach(() => { globalThis.prepared = 1; });`,
};
const folder = mkdtempSync(join(tmpdir(), 'commonlot-runner-'));
const native = (name) => join(repository, 'packages/tooling/jest/native', name);
let report;
let windowReport;

/** What Jest reports of these files, run by our runner. */
async function reportOf(name, texts, settings, workers) {
  const root = join(folder, name);
  mkdirSync(root);
  for (const [file, text] of Object.entries(texts)) writeFileSync(join(root, file), text);
  const config = {
    rootDir: root,
    roots: [root],
    runner: native('runner.mjs'),
    testMatch: ['**/*.test.ts'],
    ...settings,
  };
  writeFileSync(join(root, 'jest.config.json'), JSON.stringify(config));
  const results = join(root, 'results.json');
  const jest = [join(repository, 'node_modules/jest/bin/jest.js'), '--config', join(root, 'jest.config.json')];
  const args = [...jest, '--json', '--outputFile', results, `--maxWorkers=${workers}`];
  const { code } = await runToEnd(process.execPath, args);
  const { testResults, ...counts } = JSON.parse(readFileSync(results, 'utf8'));
  const byName = Object.fromEntries(testResults.map((file) => [file.name.slice(root.length + 1), file]));
  return { code, counts, of: (file) => byName[file] };
}

before(async () => {
  report = await reportOf('plain', files, {}, 2);
  const settings = { testEnvironment: native('window.mjs'), setupFilesAfterEnv: ['<rootDir>/setup.mjs'] };
  windowReport = await reportOf('window', inWindow, settings, 1);
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

test('a project with a window has one document, and its setup before each file; a file may do without', () => {
  const failures = ['first.test.ts', 'second.test.ts', 'server.test.ts'].map((name) => windowReport.of(name).message);
  assert.deepEqual(failures, ['', '', '']);
  assert.equal(windowReport.counts.numPassedTests, 3);
});
