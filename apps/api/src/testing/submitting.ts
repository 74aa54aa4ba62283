import { randomUUID } from 'node:crypto';
import { applications } from '@commonlot/contracts';
import type { GivenApplication } from './given-application.js';
import type { TestApi, TestPerson } from './test-api.js';

export interface Sending {
  readonly as?: TestPerson;
  readonly key?: string;
  readonly process?: number;
  readonly declaresTruth?: boolean;
  readonly revision?: number;
}

/** The sending of a draft as a test asks for it, what the applicant then reads, and what the journal says of it. */
export const submitting = (api: TestApi) => ({
  submit: (draft: GivenApplication, { as, key, process, ...change }: Sending = {}) =>
    api.call(
      applications.submitApplication,
      { params: { applicationId: draft.id }, body: { revision: draft.revision, declaresTruth: true, ...change } },
      { as: as ?? draft.organisation.representative, key: key ?? randomUUID(), process: process ?? 0 },
    ),
  read: ({ id, organisation }: GivenApplication) =>
    api.ok(applications.readOwnApplication, { params: { applicationId: id } }, { as: organisation.representative }),
  entriesOf: (id: string) =>
    api.sql(`SELECT data FROM journal WHERE subject_id = $1 AND type = 'application.submitted'`, [id]),
});

/** The code of a refusal; undefined when the answer is none. */
export const codeOf = (answer: { body: unknown }) => (answer.body as { code?: string }).code;
