import { allCodes, anybody, type Columns, staff } from './column.js';

const known = ['self', 'administrator'] as const;
const ofMember = ['member', ...known, ...staff] as const;
const ofOrganisation = ['member', ...staff] as const;

/** People, who acts for whom, and what the platform keeps about them. */
export const columnsOfPeople: Readonly<Record<string, Columns>> = {
  'public.person': {
    ...allCodes('password_hash', 'screen_language', 'state'),
    // Who reviews is known to the officer who assigns, to the auditor, and to nobody else who has to do with files.
    name: {
      reviewer: ['officer', 'auditor', ...known],
      // Whoever signs a decision stands below it.
      signatory: ['member', ...staff, ...known],
      staff: [...staff, ...known],
      member: [...ofMember, 'invited'],
      other: known,
    },
    email: { reviewer: known, signatory: known, staff: known, member: ofMember, other: known },
    // Of a reviewer the id alone would tell which files one and the same person has read.
    id: { reviewer: ['officer', ...known] },
  },
  'public.person_role': allCodes('role'),
  'public.session': allCodes('token_hash', 'device'),
  'public.one_time_link': allCodes('purpose', 'token_hash'),
  'public.notice': { ...allCodes('type', 'subject_type'), data: 'copy' },

  'public.organisation': {
    ...allCodes('legal_form', 'postal_code', 'municipality_nis', 'language'),
    name: { hidden: [...ofOrganisation, 'assigned', 'invited'], awarded: anybody },
    enterprise_number: { hidden: [...ofOrganisation, 'invited'], awarded: anybody },
    website: { hidden: ofOrganisation, awarded: anybody },
    street: ofOrganisation,
    purpose: ofOrganisation,
  },
  'public.organisation_member': allCodes('role'),
  'public.organisation_invitation': { ...allCodes('role'), email: ['representative'] },
  'public.bank_account': {
    ...allCodes('state'),
    // Whole for whoever verifies it, pays to it or may change it; a verified one appears in payments.
    iban: { proposed: ['representative', 'controller'], verified: ['representative', 'controller', 'officer'] },
    holder: ofOrganisation,
  },

  'public.journal': allCodes('actor_roles', 'data', 'subject_type', 'type'),
  'public.journal_seal': allCodes('hash'),
  'public.invariant_result': allCodes('name'),
  'public.idempotency': { ...allCodes('body_hash', 'endpoint'), response: 'copy' },
  'public.rate_window': allCodes('bucket'),
  'public.outgoing_mail': {
    ...allCodes('about_type', 'dedupe_key', 'language'),
    recipient: 'copy',
    subject: 'copy',
    body: 'copy',
    last_error: 'copy',
  },
  'public.lifecycle_move': allCodes('action', 'from_state', 'noun', 'to_state'),
  'public.schema_migration': allCodes('name'),
  'public.municipality': allCodes('name', 'nis', 'province_nis', 'region'),
  'public.province': allCodes('name', 'nis', 'region'),
};
