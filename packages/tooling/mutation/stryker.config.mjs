import { mutation } from './base.mjs';

/** The rules of the domain against the tests of the domain. The table of roles has a run of its own. */
export default mutation({
  name: 'domain',
  testRunner: process.env.MUTATION_RUNNER === 'jest' ? 'jest' : 'in-process',
  jestProject: 'domain',
  roots: ['packages/domain/src'],
  mutate: [
    'packages/domain/src/**/*.ts',
    '!packages/domain/src/**/*.test.ts',
    '!packages/domain/src/**/index.ts',
    '!packages/domain/src/access/roles.ts',
  ],
});
