import { z } from 'zod';
import { defineEndpoint } from '../endpoint.js';
import { email, enterpriseNumber, id, instant } from '../fields.js';
import { memberRole, ofOrganisation } from './member-role.js';

export const invitation = z.object({ id, email: z.string(), role: memberRole, invitedAt: instant });

export const addMember = defineEndpoint({
  summary: 'Invite somebody by e-mail; neither the answer nor the list tells whether the address has an account',
  method: 'POST',
  path: '/organisations/:organisationId/members',
  permission: 'organisation:own',
  status: 202,
  idempotent: true,
  params: ofOrganisation,
  body: z.strictObject({ email, role: memberRole }),
  response: z.object({}),
  problems: ['record.missing', 'membership.not-allowed', 'request.too-many'],
});

export const withdrawInvitation = defineEndpoint({
  summary: 'Take back an invitation that was not answered',
  method: 'DELETE',
  path: '/organisations/:organisationId/invitations/:invitationId',
  permission: 'organisation:own',
  params: ofOrganisation.extend({ invitationId: id }),
  response: z.object({}),
  problems: ['record.missing', 'membership.not-allowed'],
});

export const listOwnInvitations = defineEndpoint({
  summary: 'The invitations to the address of the person that wait for an answer',
  method: 'GET',
  path: '/own-invitations',
  permission: 'organisation:own',
  response: z.object({
    rows: z.array(
      z.object({
        id,
        organisationId: id,
        organisationName: z.string(),
        enterpriseNumber,
        role: memberRole,
        invitedBy: z.string(),
        invitedAt: instant,
      }),
    ),
  }),
  problems: [],
});

export const answerInvitation = defineEndpoint({
  summary: 'Accept an invitation and become a member, or decline it',
  method: 'POST',
  path: '/own-invitations/:invitationId/answer',
  permission: 'organisation:own',
  params: z.strictObject({ invitationId: id }),
  body: z.strictObject({ isAccepted: z.boolean() }),
  response: z.object({ organisationId: id }),
  problems: ['record.missing'],
});

export const setMember = defineEndpoint({
  summary: 'Change the role of a member, or end it (null)',
  method: 'PUT',
  path: '/organisations/:organisationId/members/:personId',
  permission: 'organisation:own',
  params: ofOrganisation.extend({ personId: id }),
  body: z.strictObject({ role: memberRole.nullable() }),
  response: z.object({}),
  problems: ['record.missing', 'membership.not-allowed', 'membership.last-representative'],
});
