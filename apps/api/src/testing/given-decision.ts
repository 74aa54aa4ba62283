import { decisions } from '@commonlot/contracts';
import { type Cents, cents } from '@commonlot/domain';
import type { GivenApplication } from './given-application.js';
import { type GivenOrganisation, givenOrganisation } from './given-organisations.js';
import { type GivenAssignedCall, givenRankedCall, givenSharedPlan } from './given-review.js';
import type { TestApi, TestPerson } from './test-api.js';

export interface GivenBatch {
  readonly batchId: string;
  readonly number: string;
  readonly revision: number;
  readonly officer: TestPerson;
  readonly minister: TestPerson;
  /** In the order of the batch. */
  readonly decisions: readonly {
    readonly id: string;
    readonly number: string;
    readonly applicationId: string | null;
  }[];
}

const signatoryTitle = 'Staatssecretaris, bevoegd voor de Nationale Loterij';

/** A batch of a call or of direct files, as a draft. */
export async function givenDraftBatch(
  api: TestApi,
  officer: TestPerson,
  from: { readonly callId: string | null; readonly directFileIds: string[] },
): Promise<GivenBatch> {
  const { id } = await api.ok(decisions.createBatch, { body: from }, { as: officer });
  const batch = await api.ok(decisions.readBatch, { params: { batchId: id } }, { as: officer });
  const minister = await api.person(['minister'], 'Mira Minister');
  return { batchId: id, number: batch.number, revision: batch.revision, officer, minister, decisions: batch.rows };
}

/** The batch handed to the minister. */
export async function givenPreparedBatch(api: TestApi, draft: GivenBatch): Promise<GivenBatch> {
  const params = { batchId: draft.batchId };
  const { revision } = await api.ok(
    decisions.prepareBatch,
    { params, body: { revision: draft.revision } },
    { as: draft.officer },
  );
  return { ...draft, revision };
}

/** The batch signed, with its letters written and its payments planned. */
export async function givenSignedBatch(api: TestApi, draft: GivenBatch): Promise<GivenBatch> {
  const prepared = await givenPreparedBatch(api, draft);
  const body = { revision: prepared.revision, signatoryTitle };
  const { revision } = await api.ok(
    decisions.signBatch,
    { params: { batchId: draft.batchId }, body },
    { as: draft.minister },
  );
  await api.work();
  return { ...prepared, revision };
}

/** The batch released, and what follows from it done. */
export async function givenReleasedBatch(api: TestApi, draft: GivenBatch): Promise<GivenBatch> {
  const signed = await givenSignedBatch(api, draft);
  const params = { batchId: draft.batchId };
  const { revision } = await api.ok(
    decisions.releaseBatch,
    { params, body: { revision: signed.revision } },
    { as: draft.minister },
  );
  await api.work();
  return { ...signed, revision };
}

export interface GivenReleasedAward {
  readonly batch: GivenBatch;
  readonly decisionId: string;
  readonly number: string;
  readonly amountCents: Cents;
  readonly organisation: GivenOrganisation;
  readonly lineId: string;
}

/** A call in which one file is awarded and released: the whole way, through the API. */
export async function givenReleasedAward(
  api: TestApi,
): Promise<GivenReleasedAward & { readonly ranked: GivenAssignedCall; readonly application: GivenApplication }> {
  const ranked = await givenRankedCall(api, { files: 1 });
  const draft = await givenDraftBatch(api, ranked.officer, { callId: ranked.call.id, directFileIds: [] });
  const batch = await givenReleasedBatch(api, draft);
  const [decision] = batch.decisions;
  const [application] = ranked.applications;
  if (decision === undefined || application === undefined) throw new Error('A ranked call has a file.');
  return {
    ranked,
    application,
    batch,
    decisionId: decision.id,
    number: decision.number,
    amountCents: cents(6_000_00),
    organisation: application.organisation,
    lineId: ranked.call.lineId,
  };
}

/** A direct file, proposed. The line is 1.2 of the shared plan, which names nobody by number. */
export async function givenProposedDirectFile(
  api: TestApi,
  officer: TestPerson,
  change: {
    readonly organisation?: GivenOrganisation;
    readonly requestedCents?: number;
    readonly lineId?: string;
  } = {},
) {
  const plan = await givenSharedPlan(api);
  const organisation = change.organisation ?? (await givenOrganisation(api));
  const lineId = change.lineId ?? plan.lineId('1.2');
  const requestedCents = cents(change.requestedCents ?? 50_000_00);
  const fields = {
    lineId,
    organisationId: organisation.id,
    fileLanguage: 'fr' as const,
    title: 'Fonctionnement',
    requestedCents,
  };
  const purpose = 'Les frais de fonctionnement de la maison de la musique.';
  const { id, revision } = await api.ok(decisions.createDirectFile, { body: { ...fields, purpose } }, { as: officer });
  const proposed = await api.ok(
    decisions.proposeDirectFile,
    { params: { directFileId: id }, body: { revision } },
    { as: officer },
  );
  return { id, organisation, lineId, requestedCents, revision: proposed.revision };
}

/** A direct file that was awarded and released. */
export async function givenDirectFileAwarded(
  api: TestApi,
  organisation?: GivenOrganisation,
): Promise<GivenReleasedAward & { readonly directFileId: string }> {
  const officer = await api.person(['officer'], 'Odette Officer');
  const file = await givenProposedDirectFile(api, officer, organisation === undefined ? {} : { organisation });
  const batch = await givenReleasedBatch(
    api,
    await givenDraftBatch(api, officer, { callId: null, directFileIds: [file.id] }),
  );
  const [decision] = batch.decisions;
  if (decision === undefined) throw new Error('A batch has a decision.');
  return {
    directFileId: file.id,
    batch,
    decisionId: decision.id,
    number: decision.number,
    amountCents: file.requestedCents,
    organisation: file.organisation,
    lineId: file.lineId,
  };
}

/** A call with three files of 6 000 euros, of which the envelope of 13 000 holds two, as a draft batch. */
export async function givenDraftOfCall(api: TestApi, files = 3) {
  const ranked = await givenRankedCall(api, { files, envelopeCents: 13_000_00 });
  const draft = await givenDraftBatch(api, ranked.officer, { callId: ranked.call.id, directFileIds: [] });
  return { ranked, draft, officer: ranked.officer };
}

/** The body of a save that changes nothing. */
export async function unchangedDecision(api: TestApi, decisionId: string, as: TestPerson) {
  const decision = await api.ok(decisions.readDecision, { params: { decisionId } }, { as });
  const { revision, outcome, amountCents, criterionReasons, reason, publicReason, deviationReason, act } = decision;
  if (act === null) throw new Error('A proposal has its act.');
  return { revision, outcome, amountCents, criterionReasons, reason, publicReason, deviationReason, act };
}

/** The signature alone: no letter is written and no payment planned yet. */
export function givenSignature(api: TestApi, batchId: string, revision: number, minister: TestPerson) {
  return api.ok(decisions.signBatch, { params: { batchId }, body: { revision, signatoryTitle } }, { as: minister });
}
