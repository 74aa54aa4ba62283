import { filesBelow, linesMatching, withoutComments } from './sources.mjs';

/** What turns a text of people into a page, a statement, a command or code. */
const inPages = {
  'markup from a text':
    /dangerouslySetInnerHTML|\.(?:inner|outer)HTML\s*=|insertAdjacentHTML|document\.write|srcdoc|srcDoc/,
  'code from a text': /\beval\(|\bnew Function\(|\bset(?:Timeout|Interval)\(\s*['"`]|javascript:/i,
};
const inServices = {
  'code from a text': /\beval\(|\bnew Function\(|node:vm\b/,
  'a command of the system': /child_process|\bexecSync\(|\bspawnSync\(/,
  'an address of people that is fetched': /\bfetch\(|\baxios\b|\bgot\(/,
  'certificates that are not looked at': /rejectUnauthorized:\s*false|NODE_TLS_REJECT_UNAUTHORIZED\S*\s*=[^=]/,
};

/** Names of ours between quotes: they are written out where the statement is made for each of them. */
const constants = new Set(['task', 'state', 'permission']);

/**
 * Statements into which something is put that came with a request, or that is put between quotes, where only values
 * stand. What our statements are made of otherwise are other statements of ours; values go as parameters.
 */
function builtStatements(text) {
  const statements = [...text.matchAll(/`[^`]*`/g)].map(([statement]) => statement);
  return statements
    .filter((statement) => /\b(?:SELECT|INSERT INTO|UPDATE|DELETE FROM|WHERE|ORDER BY)\b/.test(statement))
    .filter((statement) => holesOf(statement).some(isOfSomebody));
}

/** What is put into a statement, and whether it stands between quotes. */
function holesOf(statement) {
  const parts = statement.split(/\$\{([^}]*)\}/);
  let quotes = 0;
  return parts.flatMap((part, index) => {
    if (index % 2 === 1) return [{ name: part, isQuoted: quotes % 2 === 1 }];
    quotes += part.split("'").length - 1;
    return [];
  });
}

const isOfSomebody = ({ name, isQuoted }) =>
  (isQuoted && !constants.has(name)) || /\b(?:body|params|input|actor|request|query|values?|email)\b/.test(name);

const isTest = (path) => path.endsWith('.test.ts') || path.endsWith('.test.tsx') || path.includes('/testing/');
const sources = (folders, name) => filesBelow(folders, name).filter(({ path }) => !isTest(path));

function found(files, patterns) {
  return Object.entries(patterns).flatMap(([kind, pattern]) =>
    files.flatMap(({ path, text }) =>
      linesMatching(path, withoutComments(text), pattern).map((line) => `${line} (${kind})`),
    ),
  );
}

test.each([
  ['<div dangerouslySetInnerHTML={{ __html: text }} />', inPages],
  ['node.innerHTML = text;', inPages],
  ['setTimeout("alert(1)")', inPages],
  ["import { exec } from 'node:child_process';", inServices],
  ['await fetch(url)', inServices],
  ['{ rejectUnauthorized: false }', inServices],
])('%s is found', (line, patterns) => {
  expect(found([{ path: 'a.ts', text: line }], patterns)).toHaveLength(1);
});

const hole = (name) => `\${${name}}`;
test.each([
  [`SELECT 1 FROM a WHERE b = '${hole('b')}'`, true],
  [`SELECT 1 FROM a WHERE b LIKE '%${hole('text')}%'`, true],
  [`SELECT 1 FROM a ORDER BY ${hole('input.query.sort')}`, true],
  [`UPDATE a SET b = ${hole('body.b')}`, true],
  [`SELECT ${hole('columns')} FROM a WHERE b = $1 AND ${hole("withoutConflict('a.id', '$2')")}`, false],
  [`Dear ${hole('body.name')}`, false],
])('the text "%s" is a statement put together from values: %s', (text, expected) => {
  expect(builtStatements(`\`${text}\``).length > 0).toBe(expected);
});

test('no page makes markup or code from a text', () => {
  const files = sources(['apps/web/src', 'packages/ui/src'], /\.tsx?$/);
  expect(files.length).toBeGreaterThan(100);
  expect(found(files, inPages)).toEqual([]);
});

test('no service makes code or a command from a text, and fetches no address that somebody typed', () => {
  const files = sources(['apps/api/src', 'packages/domain/src', 'packages/contracts/src'], /\.ts$/);
  expect(files.length).toBeGreaterThan(100);
  expect(found(files, inServices)).toEqual([]);
});

test('no statement is put together from values', () => {
  const files = sources(['apps/api/src'], /\.ts$/).filter(({ path }) => !path.includes('/migrations/'));
  const built = files.flatMap(({ path, text }) =>
    builtStatements(withoutComments(text)).map((statement) => `${path}: ${statement.slice(0, 80)}`),
  );
  expect(built).toEqual([]);
});
