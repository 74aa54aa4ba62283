import { memberPermissions, type Permission, permissions, permissionsOf, type Role, roles } from './roles.js';

const has = (role: Role, permission: Permission) => permissionsOf([role]).has(permission);

test('without a role a person has what every member has', () => {
  expect([...permissionsOf([])]).toEqual([...memberPermissions]);
});

test.each(roles)('a %s also has what every member has', (role) => {
  for (const permission of memberPermissions) expect(has(role, permission)).toBe(true);
});

test('roles add up', () => {
  const both = permissionsOf(['reviewer', 'administrator']);
  expect(both).toEqual(new Set([...memberPermissions, 'review:own', 'person:manage']));
});

test('the auditor reads and changes nothing of the work', () => {
  const own = [...permissionsOf(['auditor'])].filter((permission) => !permissionsOf([]).has(permission));
  expect(own.filter((permission) => !permission.endsWith(':read'))).toEqual(['ledger:export', 'review:rank']);
});

test('no single role both prepares and approves, or both decides and pays', () => {
  const pairs: [Permission, Permission][] = [
    ['payment:prepare', 'payment:approve'],
    ['decision:prepare', 'decision:sign'],
    ['decision:sign', 'payment:approve'],
    ['call:write', 'decision:sign'],
    ['review:own', 'decision:sign'],
    ['ledger:close', 'ledger:sign'],
    ['overrun:sign', 'payment:approve'],
    ['organisation:read', 'person:manage'],
  ];
  for (const role of roles) {
    for (const [one, other] of pairs) expect(has(role, one) && has(role, other)).toBe(false);
  }
});

test('the administrator sees neither scores nor applications', () => {
  expect([...permissionsOf(['administrator'])]).toEqual([...memberPermissions, 'person:manage']);
});

test("every permission is somebody's, is listed once and is noun:verb", () => {
  expect(new Set(permissions).size).toBe(permissions.length);
  expect(new Set(permissions)).toEqual(permissionsOf(roles));
  for (const permission of permissions) expect(permission).toMatch(/^[a-z]+(?:-[a-z]+)*:[a-z]+$/);
});

test.each<[Role, Permission[]]>([
  [
    'officer',
    ['call:read', 'call:write', 'application:screen', 'review:assign', 'payment:prepare', 'register:correct'],
  ],
  ['minister', ['plan:write', 'plan:approve', 'decision:sign', 'decision:release']],
  ['controller', ['payment:approve', 'bank-account:verify']],
  ['auditor', ['journal:read', 'ledger:export']],
])('the work of the %s is theirs', (role, expected) => {
  for (const permission of expected) expect(has(role, permission)).toBe(true);
});

test('a whole year leaves the house with the controller and the auditor only', () => {
  expect(roles.filter((role) => has(role, 'ledger:export'))).toEqual(['auditor']);
});
