import { type Access, type Endpoint, endpoints } from '@commonlot/contracts';
import { type Permission, permissions, permissionsOf, type Role, roles } from '@commonlot/domain';
import { accessTable } from './access-table.js';

/** What somebody may do who holds this role, or none. */
type Policy = (role: Role | null) => ReadonlySet<Access>;
type Guards = (name: string, endpoint: Endpoint) => Access;

const held = new Map([null, ...roles].map((role) => [role, permissionsOf(role === null ? [] : [role])]));
const policy: Policy = (role) => held.get(role) ?? new Set();
const guards: Guards = (_name, { permission }) => permission;

/**
 * The endpoints that the permissions open to others than the table says that was written by hand. The access matrix
 * makes sure of the rest of the way: that the API refuses whom the table does not name.
 */
function differences(policyOf: Policy, guardOf: Guards): string[] {
  return [...endpoints].flatMap(([name, endpoint]) => {
    const allowed = accessTable[name] ?? [];
    const guard = guardOf(name, endpoint);
    const isOpen = guard === 'public';
    const isAllowed = (caller: Role | null) =>
      allowed === 'public' || allowed === 'members' || (caller !== null && allowed.includes(caller));
    const isRight =
      isOpen === (allowed === 'public') &&
      [null, ...roles].every((caller) => (isOpen || policyOf(caller).has(guard)) === isAllowed(caller));
    return isRight ? [] : [name];
  });
}

/** The policy with one permission of one role turned over: taken where it was given, given where it was not. */
const turned = (role: Role | null, permission: Permission): Policy => {
  const changed = new Set(policy(role));
  if (!changed.delete(permission)) changed.add(permission);
  return (caller) => (caller === role ? changed : policy(caller));
};

/** What guards no endpoint of its own, and which tests keep it where it belongs. */
const guardedElsewhere: Partial<Record<Permission, string>> = {
  'journal:read': 'workspace/history.test.ts',
};

it('the permissions open every endpoint to just those whom the table names', () => {
  expect(differences(policy, guards)).toEqual([]);
});

it('every permission guards an endpoint, but for those that are tested elsewhere', () => {
  const used = new Set<Access>([...endpoints.values()].map(({ permission }) => permission));
  expect(permissions.filter((permission) => !used.has(permission))).toEqual(Object.keys(guardedElsewhere));
});

const flips = [null, ...roles].flatMap((role) =>
  permissions
    .filter((permission) => !(permission in guardedElsewhere))
    .map((permission) => [role, permission] as const),
);
it.each(flips)('the table notices when %s and %s change their mind', (role, permission) => {
  expect(differences(turned(role, permission), guards)).not.toEqual([]);
});

it('the table notices when an endpoint asks for another permission than it should, or for none', () => {
  const holders = (access: Access) =>
    access === 'public' ? 'everybody' : [null, ...roles].filter((role) => policy(role).has(access)).join();
  let noticed = 0;
  for (const [name, endpoint] of endpoints) {
    for (const access of ['public', ...permissions] satisfies Access[]) {
      // Two permissions of the same people open the same doors.
      if (holders(access) === holders(endpoint.permission)) continue;
      const swapped: Guards = (each, { permission }) => (each === name ? access : permission);
      expect([name, access, differences(policy, swapped)]).toEqual([name, access, [name]]);
      noticed += 1;
    }
  }
  expect(noticed).toBeGreaterThan(1_500);
});
