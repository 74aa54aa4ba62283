import { plan as contract } from '@commonlot/contracts';
import type { ReferencePlan } from '../plan/reference/index.js';
import type { CastMember } from './cast.js';
import type { ContractClient } from './contract-client.js';

interface Hands {
  readonly drafter: CastMember;
  readonly approver: CastMember;
}

/** Drafts a plan, submits it, has a second person approve it, and enters it into force by its decree. */
export async function playPlan(
  client: ContractClient,
  { drafter, approver }: Hands,
  plan: ReferencePlan,
): Promise<string> {
  const created = await client.call(
    contract.createPlanVersion,
    {
      body: {
        year: plan.year,
        stage: plan.stage,
        totalCents: plan.totalCents,
        fromVersionId: null,
        source: plan.source,
        remark: null,
      },
    },
    drafter,
  );
  const params = { versionId: created.id };
  const saved = await client.call(
    contract.savePlanLines,
    { params, body: { totalCents: plan.totalCents, lines: [...plan.lines], revision: created.revision } },
    drafter,
  );
  const submitted = await client.call(
    contract.submitPlanVersion,
    { params, body: { revision: saved.revision } },
    drafter,
  );
  const approved = await client.call(
    contract.approvePlanVersion,
    { params, body: { revision: submitted.revision } },
    approver,
  );
  const { decreeReference, decreeOn, accountsReference = null } = plan;
  await client.call(
    contract.enterPlanVersionIntoForce,
    { params, body: { revision: approved.revision, decreeReference, decreeOn, accountsReference } },
    approver,
  );
  return created.id;
}

/** The plan with its lines linked to those that they continue: for each code the codes of the plan before it. */
export function continuing<P extends Pick<ReferencePlan, 'lines'>>(
  plan: P,
  continued: Readonly<Record<string, readonly string[]>>,
  earlierLine: (code: string) => string,
): P {
  return {
    ...plan,
    lines: plan.lines.map((line) => ({ ...line, predecessorIds: (continued[line.code] ?? []).map(earlierLine) })),
  };
}

/** The lines of a version by their code. */
export async function linesByCode(
  client: ContractClient,
  reader: CastMember,
  versionId: string,
): Promise<(code: string) => string> {
  const { lines } = await client.call(contract.readPlanVersion, { params: { versionId } }, reader);
  const ids = new Map(lines.map((line) => [line.code, line.lineId]));
  return (code) => {
    const id = ids.get(code);
    if (id === undefined) throw new Error(`The plan has no line ${code}.`);
    return id;
  };
}
