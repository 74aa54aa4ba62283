import { format } from 'node:util';

/**
 * Reads a test file and gives its tests: `{ id, name, body }`. It knows of Jest what the tests of the domain use: `test`,
 * `it`, `describe`, and `each` over rows; what else a file asks for is not there, and it cannot be read.
 *
 * @param {string} file the first part of each id
 * @param {object} globals what else a test finds around it
 * @param {() => Promise<unknown>} read imports the file
 */
export async function collectTests(file, globals, read) {
  const tests = [];
  const groups = [];
  const test = (name, body) => {
    const full = [...groups, name].join(' ');
    const twins = tests.filter((other) => other.name === full).length;
    tests.push({ id: `${file} ${full}${twins === 0 ? '' : ` (${twins + 1})`}`, name: full, body });
  };
  const describe = (name, body) => {
    groups.push(name);
    body();
    groups.pop();
  };
  test.each = eachOf(test);
  describe.each = eachOf(describe);
  Object.assign(globalThis, globals, { test, it: test, describe });
  await read();
  return tests;
}

/** Rows that are lists are the arguments; any other row is the only one. Each takes its place in the name. */
const eachOf = (define) => (rows) => (name, body) => {
  for (const row of rows) {
    const args = Array.isArray(row) ? row : [row];
    const places = name.match(/%[a-z]/g)?.length ?? 0;
    define(format(name.replace(/%p/g, '%o'), ...args.slice(0, places)), () => body(...args));
  }
};
