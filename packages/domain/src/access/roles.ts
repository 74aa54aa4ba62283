/** Roles of the office and of the minister. Who works for an applicant needs none: a membership decides there. */
export const roles = ['reviewer', 'officer', 'minister', 'controller', 'auditor', 'administrator'] as const;
export type Role = (typeof roles)[number];

/** What every signed-in person may do, with what is their own. */
export const memberPermissions = ['account:use', 'organisation:own', 'application:own'] as const;

/**
 * The only table of permissions. It keeps apart what the law and good practice keep apart: who prepares a payment does
 * not approve it, the auditor changes nothing, the administrator sees no scores.
 */
const rolePermissions = {
  reviewer: ['review:own'],
  officer: [
    'plan:read',
    'plan:comment',
    'ledger:read',
    'call:read',
    'call:write',
    'application:read',
    'application:screen',
    'review:assign',
    'review:rank',
    'decision:read',
    'decision:prepare',
    'payment:read',
    'payment:prepare',
    'overrun:propose',
    'organisation:read',
    'register:correct',
  ],
  minister: [
    'plan:read',
    'plan:comment',
    'plan:write',
    'plan:approve',
    'ledger:read',
    'overrun:propose',
    'overrun:sign',
    'ledger:sign',
    'call:read',
    'application:read',
    'review:rank',
    'decision:read',
    'decision:sign',
    'decision:release',
    'organisation:read',
  ],
  controller: [
    'plan:read',
    'plan:comment',
    'ledger:read',
    'ledger:close',
    'decision:read',
    'payment:read',
    'payment:approve',
    'organisation:read',
    'bank-account:verify',
  ],
  auditor: [
    'plan:read',
    'ledger:read',
    'ledger:export',
    'call:read',
    'application:read',
    'review:rank',
    'decision:read',
    'payment:read',
    'organisation:read',
    'journal:read',
  ],
  administrator: ['person:manage'],
} as const satisfies Record<Role, readonly `${string}:${string}`[]>;

export type Permission = (typeof memberPermissions)[number] | (typeof rolePermissions)[Role][number];

/** Every permission once, in the order of the table. */
export const permissions: readonly Permission[] = [
  ...new Set<Permission>([...memberPermissions, ...roles.flatMap((role) => [...rolePermissions[role]])]),
];

/** All that a signed-in person with these roles may do. */
export function permissionsOf(roleList: readonly Role[]): Set<Permission> {
  return new Set<Permission>([...memberPermissions, ...roleList.flatMap((role) => [...rolePermissions[role]])]);
}
