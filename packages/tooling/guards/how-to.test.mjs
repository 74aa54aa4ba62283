import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { repository } from '../repository.mjs';
import { filesBelow } from './sources.mjs';

const read = (path) => readFileSync(join(repository, path), 'utf8');
const scripts = Object.keys(JSON.parse(read('package.json')).scripts);
/** Commands that npm itself has. */
const ofNpm = ['ci', 'install', 'audit', 'sbom', 'exec'];
const stages = [...read('packages/tooling/test/stages.mjs').matchAll(/[sS]tage\('([\w-]+)'/g)].map(([, name]) => name);
const tests = filesBelow(['apps', 'packages'], /\.(?:test|journey|faults)\.(?:tsx?|mjs)$/).map(({ path }) => path);
const pages = [...filesBelow(['docs'], /\.md$/), ...['README.md', 'packages/tooling/README.md'].map(page)];

function page(path) {
  return { path, folder: dirname(path), text: read(path) };
}

/** What a page says in backticks and in blocks of code, line by line. */
function quotations(text) {
  const blocks = [...text.matchAll(/^```\w*\n([\s\S]*?)^```/gm)].flatMap(([, block]) => block.split('\n'));
  const spans = [...text.replace(/^```[\s\S]*?^```/gm, '').matchAll(/`([^`]+)`/g)].map(([, span]) =>
    span.replace(/\s+/g, ' '),
  );
  return { blocks, spans };
}

/** What looks like a file or folder of the checkout. */
const isPath = (span) =>
  /^(?:apps|packages|docs|infra)\/\S*$/.test(span) ||
  /^[\w.<>-]+(?:\/[\w.<>-]+)+\.(?:tsx?|mjs|json|md|sql|css)$/.test(span);

/** Whether a path is there, seen from the checkout or from the folder of the page; `<noun>` in it stands for any name. */
function isThere(span, folder) {
  const pattern = span.replace(/<[^>]+>/g, '*').replace(/\/$/, '');
  if (!pattern.includes('*'))
    return [pattern, join(folder, pattern)].some((each) => existsSync(join(repository, each)));
  return globSync(pattern, { cwd: repository, exclude: (name) => name === 'node_modules' }).length > 0;
}

/** The commands of npm in a line that this checkout does not know, or whose words choose nothing to run. */
function unknownCommands(line) {
  const commands = [...line.matchAll(/\bnpm (run )?([a-z:-]+)(?: -- ([^#|\n]+))?/g)];
  return commands.flatMap(([command, run, name, words = '']) => {
    if (run === undefined && ofNpm.includes(name)) return [];
    const isKnown = scripts.includes(name) && (name !== 'test' || words.split(' ').every(choosesSomething));
    return isKnown ? [] : [command];
  });
}

const choosesSomething = (word) =>
  word === '' || word.startsWith('<') || stages.includes(word) || tests.some((path) => path.includes(word));

const faultsOf = ({ path, folder, text }) => {
  const { blocks, spans } = quotations(text);
  const gone = spans.filter(isPath).filter((span) => !isThere(span, folder));
  const commands = [...blocks, ...spans].flatMap(unknownCommands);
  const links = [...text.matchAll(/\]\((?!https?:|#|mailto:)([^)#]+)/g)].map(([, target]) => target);
  const dead = links.filter((target) => !existsSync(join(repository, normalize(join(folder, target)))));
  return [...gone, ...commands, ...dead].map((fault) => `${path}: ${fault}`);
};

test('a path that is gone, a command that is unknown and a link to nowhere are found', () => {
  const text = [
    'See `apps/api/src/<noun>/index.ts`, `apps/nowhere/` and `platform/no-such-file.ts`, not `application/json`.',
    'Run `npm test -- api no-such-file` or `npm test -- guards how-to` or `npm run no-such-script`. [Here](gone.md)',
  ].join('\n');
  expect(faultsOf({ path: 'a.md', folder: 'docs', text })).toEqual([
    'a.md: apps/nowhere/',
    'a.md: platform/no-such-file.ts',
    'a.md: npm test -- api no-such-file',
    'a.md: npm run no-such-script',
    'a.md: gone.md',
  ]);
});

test('every path, command and link that the documents name is there', () => {
  expect(stages).toContain('journeys');
  expect(pages.length).toBeGreaterThan(20);
  expect(pages.flatMap(faultsOf)).toEqual([]);
});
