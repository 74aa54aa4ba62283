import { moduleLine, nounFolders } from '../module-line.mjs';

const anyOf = (names) => `(?:${names.join('|')})`;
const folders = `^(${nounFolders.join('|')})`;
const anyNoun = anyOf(moduleLine);
const api = '^apps/api/src';
const test = '\\.test\\.tsx?$';

/** For each noun: what stands to its right is out of reach. `$1` is the folder that the importing file is in. */
const leftOnly = moduleLine.slice(0, -1).map((noun, index) => ({
  name: `line-${noun}`,
  comment: `"${noun}" imports only from its left; let it record an event instead.`,
  severity: 'error',
  from: { path: `${folders}/${noun}(?:/|\\.tsx?$)` },
  to: { path: `^$1/${anyOf(moduleLine.slice(index + 1))}(?:/|\\.tsx?$)` },
}));

export const lineRules = [
  ...leftOnly,
  {
    name: 'front-door',
    comment: 'A module is used by its index.ts; what that does not export is its own business.',
    severity: 'error',
    from: { path: `${api}/(${anyNoun})/` },
    to: {
      path: `${api}/${anyNoun}/`,
      // The platform is a bundle of services, and some of them have a door of their own.
      pathNot: [`${api}/$1/`, `${api}/[^/]+/index\\.ts$`, `${api}/platform/[^/]+/index\\.ts$`],
    },
  },
  {
    name: 'no-way-up',
    comment: 'The files above the modules (the programs, the lists, the migrations) know the modules, not the reverse.',
    severity: 'error',
    from: { path: `${api}/${anyNoun}/`, pathNot: test },
    to: { path: `${api}/`, pathNot: `${api}/${anyNoun}/` },
  },
  {
    name: 'no-way-up-tests',
    comment: 'The tests of a module may use the folder "testing" and nothing else from above the modules.',
    severity: 'error',
    from: { path: `${api}/${anyNoun}/.*${test}` },
    to: { path: `${api}/`, pathNot: [`${api}/${anyNoun}/`, `${api}/testing/`] },
  },
  {
    name: 'shared-knows-no-feature',
    comment: 'What all features share cannot know one of them.',
    severity: 'error',
    from: { path: '^apps/web/src/shared/' },
    to: { path: '^apps/web/src/features/' },
  },
  {
    name: 'register-stands-alone',
    comment: 'The public pages load nothing of the workspace.',
    severity: 'error',
    from: { path: '^apps/web/src/features/register/' },
    to: { path: '^apps/web/src/features/', pathNot: '^apps/web/src/features/register/' },
  },
];
