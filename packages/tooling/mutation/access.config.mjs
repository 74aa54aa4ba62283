import { mutation } from './base.mjs';

/** Who may do what: the table of roles and the guard of the API, against every test of them that needs no database. */
export default mutation({
  name: 'access',
  testRunner: 'jest',
  jestProject: 'api',
  roots: ['packages/domain/src', 'packages/contracts/src', 'apps/api/src'],
  testMatch: [
    'packages/domain/src/access/roles.test.ts',
    'apps/api/src/platform/http/endpoint.guard.test.ts',
    'apps/api/src/testing/access-policy.test.ts',
  ],
  mutate: [
    'packages/domain/src/access/roles.ts',
    'apps/api/src/platform/http/endpoint.guard.ts',
    'apps/api/src/platform/http/authenticator.ts',
  ],
});
