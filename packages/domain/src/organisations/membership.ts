/**
 * What a person is to an organisation. The file belongs to the organisation; the representative binds it (sends,
 * withdraws, invites, changes the bank account), the editor writes, the viewer reads.
 */
export const memberRoles = ['representative', 'editor', 'viewer'] as const;
export type MemberRole = (typeof memberRoles)[number];

export function mayEdit(role: MemberRole): boolean {
  return role !== 'viewer';
}

export function mayRepresent(role: MemberRole): boolean {
  return role === 'representative';
}
