import { legalFormOf } from '@commonlot/domain';
import { z } from 'zod';
import { defineEndpoint } from '../endpoint.js';
import {
  atRevision,
  done,
  enterpriseNumber,
  fileLanguage,
  id,
  instant,
  localisedText,
  nameText,
  nis,
  page,
  paging,
  requiredText,
  revision,
  saved,
  text,
} from '../fields.js';
import { memberRole, ofOrganisation } from './member-role.js';
import { invitation } from './members.js';

export { memberRole } from './member-role.js';
export * from './members.js';

const website = z
  .union([
    z.literal(''),
    z
      .url({ protocol: /^https?$/ })
      .max(300)
      .regex(/^\S+$/),
  ])
  .nullable()
  .transform((value) => value || null);

export const organisationFields = {
  name: nameText(200),
  legalForm: z
    .string()
    .regex(/^[0-9]{3}$/)
    .refine((code) => legalFormOf(code) !== null),
  street: nameText(200),
  postalCode: z
    .string()
    .trim()
    .regex(/^[1-9][0-9]{3}$/),
  municipalityNis: nis,
  language: fileLanguage,
  website,
  purpose: text(2000),
};

export const bankAccount = z.object({
  id,
  /** Masked but for those who verify or represent. */
  iban: z.string(),
  holder: z.string(),
  state: z.enum(['proposed', 'verified', 'refused', 'replaced']),
  proposedAt: instant,
  judgedAt: instant.nullable(),
  revision,
});

export const organisation = z.object({
  id,
  enterpriseNumber,
  name: z.string(),
  legalForm: z.string(),
  street: z.string(),
  postalCode: z.string(),
  municipalityNis: nis,
  municipality: localisedText(200),
  language: fileLanguage,
  website: z.string().nullable(),
  purpose: z.string(),
  revision,
  /** The reader's own role in it; null for staff. */
  ownRole: memberRole.nullable(),
  members: z.array(z.object({ personId: id, name: z.string(), email: z.string(), role: memberRole, since: instant })),
  /** What waits for an answer, for representatives: it looks the same whether or not the address has an account. */
  invitations: z.array(invitation),
  bankAccounts: z.array(bankAccount),
});

export const listMunicipalities = defineEndpoint({
  summary: 'The municipalities of Belgium',
  method: 'GET',
  path: '/municipalities',
  permission: 'public',
  response: z.object({
    rows: z.array(
      z.object({
        nis,
        name: localisedText(200),
        provinceNis: nis.nullable(),
        region: z.enum(['flanders', 'wallonia', 'brussels']),
      }),
    ),
  }),
  problems: [],
});

export const listOwnOrganisations = defineEndpoint({
  summary: 'The organisations that the person acts for',
  method: 'GET',
  path: '/own-organisations',
  permission: 'organisation:own',
  response: z.object({
    rows: z.array(
      z.object({ id, enterpriseNumber, name: z.string(), role: memberRole, hasVerifiedAccount: z.boolean() }),
    ),
  }),
  problems: [],
});

export const createOrganisation = defineEndpoint({
  summary: 'Register an organisation by its enterprise number; the creator becomes its representative',
  method: 'POST',
  path: '/organisations',
  permission: 'organisation:own',
  status: 201,
  idempotent: true,
  body: z.strictObject({ enterpriseNumber: requiredText(40), ...organisationFields }),
  response: saved,
  problems: ['organisation.number-invalid', 'organisation.duplicate'],
});

export const listOrganisations = defineEndpoint({
  summary: 'All organisations, for staff',
  method: 'GET',
  path: '/organisations',
  permission: 'organisation:read',
  query: z.strictObject({ ...paging, search: text(100).optional() }),
  response: page(
    z.object({
      id,
      enterpriseNumber,
      name: z.string(),
      legalForm: z.string(),
      municipality: localisedText(200),
      accountState: z.string().nullable(),
    }),
  ),
  problems: [],
});

export const readOrganisation = defineEndpoint({
  summary: 'An organisation, for its members and for staff',
  method: 'GET',
  path: '/organisations/:organisationId',
  permission: 'account:use',
  params: ofOrganisation,
  response: organisation,
  problems: ['record.missing'],
});

export const updateOrganisation = defineEndpoint({
  summary: 'Change what is known of the own organisation; the number stays',
  method: 'PUT',
  path: '/organisations/:organisationId',
  permission: 'organisation:own',
  params: ofOrganisation,
  body: z.strictObject({ ...organisationFields, revision }),
  response: done,
  problems: ['record.missing', 'record.stale', 'membership.not-allowed'],
});

export const proposeBankAccount = defineEndpoint({
  summary: 'Propose the account that subsidies are paid to; a second person of the Lottery verifies it',
  method: 'POST',
  path: '/organisations/:organisationId/bank-accounts',
  permission: 'organisation:own',
  status: 201,
  idempotent: true,
  params: ofOrganisation,
  body: z.strictObject({ iban: requiredText(60), holder: nameText(200) }),
  response: saved,
  problems: ['record.missing', 'membership.not-allowed', 'bank-account.invalid', 'record.duplicate'],
});

export const listBankAccountsToVerify = defineEndpoint({
  summary: 'Accounts that wait for verification',
  method: 'GET',
  path: '/bank-accounts',
  permission: 'bank-account:verify',
  query: z.strictObject(paging),
  response: page(bankAccount.extend({ organisationId: id, organisationName: z.string(), enterpriseNumber })),
  problems: [],
});

export const judgeBankAccount = defineEndpoint({
  summary: 'Verify or refuse a proposed account; never by the person who proposed it',
  method: 'PUT',
  path: '/bank-accounts/:bankAccountId/verification',
  permission: 'bank-account:verify',
  params: z.strictObject({ bankAccountId: id }),
  body: atRevision.extend({ isVerified: z.boolean() }),
  response: done,
  problems: [
    'record.missing',
    'record.stale',
    'bank-account.same-person',
    'membership.conflicted',
    'lifecycle.not-allowed',
  ],
});
