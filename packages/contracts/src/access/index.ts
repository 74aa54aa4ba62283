import { roles } from '@commonlot/domain';
import { z } from 'zod';
import { defineEndpoint } from '../endpoint.js';
import { done, email, id, instant, language, nameText, page, paging, revision, text } from '../fields.js';

export const role = z.enum(roles);

/** The person behind a session, as the screens need it. */
export const sessionPerson = z.object({
  id,
  name: z.string(),
  email: z.string(),
  roles: z.array(role),
  permissions: z.array(z.string()),
  screenLanguage: language,
});

export const readSession = defineEndpoint({
  summary: 'Who is signed in, if anybody',
  method: 'GET',
  path: '/session',
  permission: 'public',
  response: z.object({
    person: sessionPerson.nullable(),
    noticesUnread: z.int(),
    demonstration: z.boolean(),
  }),
  problems: [],
});

export const signIn = defineEndpoint({
  summary: 'Sign in with e-mail and password',
  method: 'POST',
  path: '/session',
  permission: 'public',
  body: z.strictObject({ email, password: z.string().min(1).max(256) }),
  response: z.object({ person: sessionPerson }),
  problems: ['session.wrong-credentials', 'request.too-many'],
});

export const signOut = defineEndpoint({
  summary: 'End the session',
  method: 'DELETE',
  path: '/session',
  permission: 'public',
  response: z.object({}),
  problems: [],
});

export const signUp = defineEndpoint({
  summary: 'Open an account; the answer is the same whether or not the address is known',
  method: 'POST',
  path: '/people',
  permission: 'public',
  status: 202,
  body: z.strictObject({ email, name: nameText(120), password: z.string().max(256), screenLanguage: language }),
  response: z.object({}),
  problems: ['password.weak', 'request.too-many'],
});

const withToken = { token: z.string().min(20).max(200) };

export const confirmEmail = defineEndpoint({
  summary: 'Confirm the address by the link that was mailed; signs in',
  method: 'POST',
  path: '/people/confirmation',
  permission: 'public',
  body: z.strictObject(withToken),
  response: z.object({ person: sessionPerson }),
  problems: ['link.expired'],
});

export const requestPasswordReset = defineEndpoint({
  summary: 'Ask for a link to choose a new password; always answers the same',
  method: 'POST',
  path: '/password-resets',
  permission: 'public',
  status: 202,
  body: z.strictObject({ email, screenLanguage: language }),
  response: z.object({}),
  problems: ['request.too-many'],
});

export const resetPassword = defineEndpoint({
  summary: 'Choose a new password by the link that was mailed; ends all other sessions',
  method: 'PUT',
  path: '/password',
  permission: 'public',
  body: z.strictObject({ ...withToken, password: z.string().max(256) }),
  response: z.object({ person: sessionPerson }),
  problems: ['link.expired', 'password.weak'],
});

export const savePreferences = defineEndpoint({
  summary: 'Name and language of the screen',
  method: 'PUT',
  path: '/account',
  permission: 'account:use',
  body: z.strictObject({ name: nameText(120), screenLanguage: language }),
  response: z.object({ person: sessionPerson }),
  problems: [],
});

export const listSessions = defineEndpoint({
  summary: 'The open sessions of the account',
  method: 'GET',
  path: '/sessions',
  permission: 'account:use',
  response: z.object({
    rows: z.array(
      z.object({ id, device: z.string(), createdAt: instant, lastSeenAt: instant, isCurrent: z.boolean() }),
    ),
  }),
  problems: [],
});

export const revokeSession = defineEndpoint({
  summary: 'End one of the own sessions',
  method: 'DELETE',
  path: '/sessions/:sessionId',
  permission: 'account:use',
  params: z.strictObject({ sessionId: id }),
  response: z.object({}),
  problems: ['record.missing'],
});

export const listPersonas = defineEndpoint({
  summary: 'The demonstration accounts',
  method: 'GET',
  path: '/personas',
  permission: 'public',
  demonstration: true,
  response: z.object({
    rows: z.array(
      z.object({ id, name: z.string(), email: z.string(), roles: z.array(role), organisation: z.string().nullable() }),
    ),
  }),
  problems: [],
});

export const signInAsPersona = defineEndpoint({
  summary: 'Sign in as a demonstration account',
  method: 'POST',
  path: '/personas/:personId/session',
  permission: 'public',
  demonstration: true,
  params: z.strictObject({ personId: id }),
  response: z.object({ person: sessionPerson }),
  problems: ['record.missing'],
});

export const personRow = z.object({
  id,
  name: z.string(),
  email: z.string(),
  state: z.enum(['unconfirmed', 'active', 'suspended']),
  roles: z.array(role),
  revision,
});

export const listPeople = defineEndpoint({
  summary: 'Accounts, for the administrator',
  method: 'GET',
  path: '/people',
  permission: 'person:manage',
  query: z.strictObject({ ...paging, search: text(100).optional() }),
  response: page(personRow),
  problems: [],
});

export const setRoles = defineEndpoint({
  summary: 'Give a person exactly these roles; refused where duties must be separate',
  method: 'PUT',
  path: '/people/:personId/roles',
  permission: 'person:manage',
  params: z.strictObject({ personId: id }),
  body: z.strictObject({ roles: z.array(role).max(6), revision }),
  response: done,
  problems: ['record.missing', 'record.stale', 'person.roles-apart'],
});

export const setSuspension = defineEndpoint({
  summary: 'Suspend an account, which ends its sessions, or restore it',
  method: 'PUT',
  path: '/people/:personId/suspension',
  permission: 'person:manage',
  params: z.strictObject({ personId: id }),
  body: z.strictObject({ isSuspended: z.boolean(), revision }),
  response: done,
  problems: ['record.missing', 'record.stale', 'lifecycle.not-allowed'],
});
