import { z } from 'zod';
import { defineEndpoint } from '../endpoint.js';
import {
  atRevision,
  centsField,
  done,
  enterpriseNumber,
  fileLanguage,
  id,
  instant,
  localisedDraft,
  page,
  paging,
  requiredText,
  revision,
  saved,
} from '../fields.js';
import { directFileState } from './act.js';

const ofDirectFile = z.strictObject({ directFileId: id });

export const directFileFields = {
  lineId: id,
  organisationId: id,
  fileLanguage,
  title: requiredText(200),
  purpose: requiredText(4000, 20),
  requestedCents: centsField,
};

export const directFile = z.object({
  id,
  number: z.string(),
  ...directFileFields,
  lineCode: z.string(),
  lineLabel: localisedDraft(400),
  lineAvailableCents: centsField,
  organisationName: z.string(),
  enterpriseNumber,
  state: directFileState,
  batchId: id.nullable(),
  decisionId: id.nullable(),
  createdAt: instant,
  revision,
});

export const listDirectFiles = defineEndpoint({
  summary: 'Files of direct lines: beneficiaries that the plan names',
  method: 'GET',
  path: '/direct-files',
  permission: 'decision:read',
  query: z.strictObject({ ...paging, state: directFileState.optional() }),
  response: page(directFile),
  problems: [],
});
export const readDirectFile = defineEndpoint({
  summary: 'A direct file',
  method: 'GET',
  path: '/direct-files/:directFileId',
  permission: 'decision:read',
  params: ofDirectFile,
  response: directFile,
  problems: ['record.missing'],
});
export const createDirectFile = defineEndpoint({
  summary: 'Begin a file for a beneficiary that a plan line names',
  method: 'POST',
  path: '/direct-files',
  permission: 'decision:prepare',
  status: 201,
  idempotent: true,
  body: z.strictObject(directFileFields),
  response: saved,
  problems: ['record.missing', 'membership.conflicted', 'direct-file.line-unfit', 'direct-file.incomplete'],
});
export const saveDirectFile = defineEndpoint({
  summary: 'Change the draft of a direct file',
  method: 'PUT',
  path: '/direct-files/:directFileId',
  permission: 'decision:prepare',
  params: ofDirectFile,
  body: z.strictObject({ ...directFileFields, revision }),
  response: done,
  problems: [
    'record.missing',
    'record.stale',
    'membership.conflicted',
    'direct-file.line-unfit',
    'direct-file.incomplete',
    'lifecycle.not-allowed',
  ],
});
export const proposeDirectFile = defineEndpoint({
  summary: 'Propose a direct file for decision',
  method: 'POST',
  path: '/direct-files/:directFileId/proposal',
  permission: 'decision:prepare',
  params: ofDirectFile,
  body: atRevision,
  response: done,
  problems: [
    'record.missing',
    'record.stale',
    'membership.conflicted',
    'direct-file.incomplete',
    'lifecycle.not-allowed',
  ],
});
