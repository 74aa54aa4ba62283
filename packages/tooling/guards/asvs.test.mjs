import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from '../repository.mjs';

/** The names of the work that is still to be done; a row may wait for one of them and for nothing else. */
const issues = [
  'Plan and ledger complete',
  "Applicants' side",
  'Reviews and juries',
  'Agreements, proofs and payments',
  'Sign-in by OpenID Connect',
  'Open data and public register',
  'Deadline day',
];

const read = (path) => readFileSync(join(repository, path), 'utf8');

/** The rows of a page whose first cell has this form: name and cells. */
function rowsOf(text, form) {
  return text
    .split('\n')
    .filter((line) => line.startsWith('| ') && form.test(line.slice(2)))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
    .map((cells) => ({ name: cells[0], proofs: cells.at(-1).split('<br>').filter(Boolean) }));
}

/** What is wrong with a proof; null when the test is there, or the work has one of the names. */
function faultOf(proof) {
  if (proof.startsWith('open: ')) return issues.includes(proof.slice(6)) ? null : `no such work: ${proof}`;
  const [, path, name] = /^`([^`]+)`: (.+)$/.exec(proof) ?? [];
  if (path === undefined) return `no proof: ${proof}`;
  if (!/\.(?:test\.tsx?|test\.mjs|journey\.mjs)$/.test(path)) return `no test: ${path}`;
  if (!existsSync(join(repository, path))) return `no file: ${path}`;
  return read(path).includes(name) ? null : `no test "${name}" in ${path}`;
}

const faultsOf = (rows) =>
  rows.flatMap(({ name, proofs }) =>
    proofs.length === 0
      ? [`${name}: nothing proves it`]
      : proofs
          .map(faultOf)
          .filter(Boolean)
          .map((fault) => `${name}: ${fault}`),
  );

function count(title, rows) {
  const isOpen = (proof) => proof.startsWith('open: ');
  const whole = rows.filter(({ proofs }) => !proofs.some(isOpen)).length;
  const none = rows.filter(({ proofs }) => proofs.every(isOpen)).length;
  process.stdout.write(`${title}: ${whole} proved, ${rows.length - whole} open (${none} of them wholly)\n`);
}

const requirements = rowsOf(read('docs/security/asvs.md'), /^\d+\.\d+\.\d+ L\d/);
const threats = rowsOf(read('docs/security/threats.md'), /^T\d\d /);

test.each([
  ['| 1.1.1 L2 | a | b | `packages/tooling/guards/asvs.test.mjs`: a row without proof is found |', []],
  ['| 1.1.1 L2 | a | b | |', ['1.1.1 L2: nothing proves it']],
  ['| 1.1.1 L2 | a | b | open: Deadline day |', []],
  ['| 1.1.1 L2 | a | b | open: some day |', ['1.1.1 L2: no such work: open: some day']],
  ['| 1.1.1 L2 | a | b | looked at |', ['1.1.1 L2: no proof: looked at']],
  ['| 1.1.1 L2 | a | b | `gone.test.ts`: a |', ['1.1.1 L2: no file: gone.test.ts']],
  ['| 1.1.1 L2 | a | b | `README.md`: a |', ['1.1.1 L2: no test: README.md']],
])('a row without proof is found: %s', (line, faults) => {
  expect(faultsOf(rowsOf(line, /^\d/))).toEqual(faults);
});

test('a test that is gone from its file is found', () => {
  const gone = ['no', 'such', 'name'].join('-');
  const path = 'packages/tooling/guards/asvs.test.mjs';
  expect(faultOf(`\`${path}\`: ${gone}`)).toBe(`no test "${gone}" in ${path}`);
});

test('every requirement of the standard has its proof, or the work that it waits for', () => {
  const numbers = requirements.flatMap(({ name }) => name.match(/\d+\.\d+\.\d+/g));
  expect(requirements).toHaveLength(98);
  expect(new Set(numbers).size).toBe(151);
  expect(numbers).toHaveLength(151);
  expect(faultsOf(requirements)).toEqual([]);
  count('Requirements (98 rows)', requirements);
});

test('every threat has its proof, or the work that it waits for', () => {
  expect(threats.map(({ name }) => name)).toEqual(
    Array.from({ length: 48 }, (_, index) => `T${String(index + 1).padStart(2, '0')}`),
  );
  expect(faultsOf(threats)).toEqual([]);
  count('Threats', threats);
});
