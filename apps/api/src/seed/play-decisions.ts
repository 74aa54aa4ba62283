import { decisions, payments } from '@commonlot/contracts';
import type { CastMember } from './cast.js';
import type { ContractClient } from './contract-client.js';
import type { DemonstrationOrganisation } from './organisations.js';

/** Prepares a batch of decisions and hands it to the minister. */
export async function prepareBatch(
  client: ContractClient,
  officer: CastMember,
  from: { callId: string | null; directFileIds: string[] },
): Promise<string> {
  const { id, revision } = await client.call(decisions.createBatch, { body: from }, officer);
  await client.call(decisions.prepareBatch, { params: { batchId: id }, body: { revision } }, officer);
  return id;
}

/** The minister's office signs a prepared batch. */
export async function signBatch(client: ContractClient, minister: CastMember, batchId: string): Promise<void> {
  const { revision } = await client.call(decisions.readBatch, { params: { batchId } }, minister);
  await client.call(
    decisions.signBatch,
    {
      params: { batchId },
      body: {
        revision,
        signatoryTitle:
          'Staatssecretaris, bevoegd voor de Nationale Loterij / Secrétaire d’État, en charge de la Loterie Nationale',
      },
    },
    minister,
  );
}

/** Releases a signed batch whose letters are written. */
export async function releaseBatch(client: ContractClient, minister: CastMember, batchId: string): Promise<void> {
  const { revision } = await client.call(decisions.readBatch, { params: { batchId } }, minister);
  await client.call(decisions.releaseBatch, { params: { batchId }, body: { revision } }, minister);
}

/** A file for a beneficiary that the plan names, proposed for decision. */
export async function proposeDirectFile(
  client: ContractClient,
  officer: CastMember,
  file: {
    lineId: string;
    organisation: DemonstrationOrganisation;
    title: string;
    purpose: string;
    requestedCents: number;
  },
): Promise<string> {
  const { organisation, ...fields } = file;
  const { id, revision } = await client.call(
    decisions.createDirectFile,
    { body: { ...fields, organisationId: organisation.id, fileLanguage: organisation.language } },
    officer,
  );
  await client.call(decisions.proposeDirectFile, { params: { directFileId: id }, body: { revision } }, officer);
  return id;
}

/** Prepares, approves and confirms planned instalments, `limit` at most; every third stops half-way. */
export async function payInstalments(
  client: ContractClient,
  officer: CastMember,
  controller: CastMember,
  paidOn: string,
  limit: number,
): Promise<void> {
  const { rows } = await client.call(payments.listPayments, { query: { state: 'planned', limit: 200 } }, officer);
  const payable = rows.filter(({ blockers, instalment }) => blockers.length === 0 && instalment === 1).slice(0, limit);
  for (const [index, row] of payable.entries()) {
    const params = { paymentId: row.id };
    const prepared = await client.call(payments.preparePayment, { params, body: { revision: row.revision } }, officer);
    if (index % 7 === 6) continue;
    const approved = await client.call(
      payments.approvePayment,
      { params, body: { revision: prepared.revision } },
      controller,
    );
    if (index % 5 === 4) continue;
    await client.call(
      payments.confirmPayment,
      {
        params,
        body: { revision: approved.revision, paidOn: paidOn as never, bankReference: `CODA ${paidOn} ${row.number}` },
      },
      controller,
    );
  }
}
