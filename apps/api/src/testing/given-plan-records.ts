import { plan as contract } from '@commonlot/contracts';
import { fivePerCentLess, givenComment, givenDraft, givenLine, givenScenario } from './given-plan.js';
import type { TestApi, TestPerson } from './test-api.js';

/**
 * A draft of a plan with a scenario to be changed and one to be thrown away; one to be adopted beside a draft of its own.
 * And comments: one to be changed, one to be withdrawn, one that is dealt with.
 */
export async function givenPlanRecords(api: TestApi, drafter: TestPerson, commenter: TestPerson) {
  const { versionId } = await givenDraft(api, drafter, { year: 2031 });
  const scenario = await givenScenario(api, drafter, versionId);
  const removed = await givenScenario(api, drafter, versionId, 'Weg ermee');
  const adopting = await givenDraft(api, drafter, { year: 2036 });
  const adopted = await givenScenario(api, drafter, adopting.versionId);
  const comment = await givenComment(api, commenter, versionId);
  const withdrawn = await givenComment(api, commenter, versionId);
  const resolved = await givenComment(api, commenter, versionId);
  await api.ok(
    contract.resolvePlanComment,
    { params: { commentId: resolved.id }, body: { revision: 0 } },
    { as: drafter },
  );
  return {
    params: { versionId, commentId: comment.id, scenarioId: scenario.id, kind: 'council', form: 'lines.csv' },
    paramsOf: {
      'plan.adoptPlanScenario': { scenarioId: adopted.id },
      'plan.removePlanScenario': { scenarioId: removed.id },
      'plan.withdrawPlanComment': { commentId: withdrawn.id },
      'plan.reopenPlanComment': { commentId: resolved.id },
    },
    bodies: {
      'plan.comparePlanVersions': { with: versionId },
      'plan.createPlanVersion': { year: 2032, fromVersionId: null },
      'plan.savePlanLines': { totalCents: 1000, lines: [givenLine('1', { kind: 'heading', amountCents: null })] },
      'plan.createPlanComment': { lineId: null, mentionIds: [] },
      'plan.changePlanComment': { mentionIds: [] },
      'plan.createPlanScenario': { name: 'Tien procent lager', adjustments: fivePerCentLess },
      'plan.savePlanScenario': { name: 'Zes procent lager', adjustments: fivePerCentLess },
      'plan.adoptPlanScenario': { versionRevision: adopting.revision },
    },
  };
}
