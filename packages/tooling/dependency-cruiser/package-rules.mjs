const test = '\\.test\\.tsx?$';
const domainDoor = '^packages/domain/src/index\\.ts$';
const contractsDoor = '^packages/contracts/src/index\\.ts$';
const uiDoor = '^packages/ui/src/[^/]+\\.(?:ts|css)$';

/** `from` may use its own files and what `allowed` names, and nothing else. */
const only = (name, comment, from, allowed, pathNot = []) => ({
  name,
  comment,
  severity: 'error',
  from: { path: `^${from}/`, pathNot },
  to: { pathNot: [`^${from}/`, ...allowed] },
});

/** `from` may use any package it declares, but of our own only what `allowed` names. */
const ofOurs = (name, comment, from, allowed) => ({
  name,
  comment,
  severity: 'error',
  from: { path: `^${from}/` },
  to: { path: '^(?:apps|packages)/', pathNot: [`^${from}/`, '/node_modules/', ...allowed] },
});

export const packageRules = [
  only('domain-alone', 'The domain imports nothing: no package, no Node.', 'packages/domain/src', [], [test]),
  only(
    'contracts-narrow',
    'The contracts import the domain and zod.',
    'packages/contracts/src',
    [domainDoor, 'node_modules/zod/'],
    [test],
  ),
  ofOurs('ui-narrow', 'Of our packages the design system knows the domain only.', 'packages/ui/src', [domainDoor]),
  ofOurs('api-narrow', 'The API knows the domain and the contracts, by their front doors.', 'apps/api/src', [
    domainDoor,
    contractsDoor,
  ]),
  ofOurs(
    'web-narrow',
    'The web knows the domain, the contracts and the design system, never the API.',
    'apps/web/src',
    [domainDoor, contractsDoor, uiDoor],
  ),
  {
    name: 'ui-without-application',
    comment: 'The design system knows no route, no query and no schema.',
    severity: 'error',
    from: { path: '^packages/ui/src/' },
    to: { path: 'node_modules/(?:zod|react-router|@tanstack|i18next|react-i18next)/' },
  },
  {
    name: 'declared',
    comment: 'A package that is imported stands in the package.json beside it; what only tests use is for development.',
    severity: 'error',
    from: { path: '^(?:apps|packages)/[^/]+/(?:src|server)/', pathNot: [test, '^apps/api/src/testing/'] },
    to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'npm-dev'], dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'tests-are-ends',
    comment: 'Nothing imports a test.',
    severity: 'error',
    from: {},
    to: { path: test },
  },
];
