import { plan } from '@commonlot/contracts';
import type { PlanLine, PlanVersion } from '../plan-state';

const idOf = (number: number) => `0190a0a0-0000-7000-8000-${String(number).padStart(12, '0')}`;
export const versionId = idOf(1);

type LineChange = Omit<Partial<PlanLine>, 'amountCents'> & { readonly amountCents?: number | null };

/** For tests: a line of a version, named after its code. */
export function givenLine(code: string, change: LineChange = {}): PlanLine {
  const number = Number(code.split('.').reduce((all, part) => all + part.padStart(4, '0'), ''));
  const line = {
    lineId: idOf(number + 100),
    parentLineId: null,
    code,
    kind: 'nominative',
    label: { nl: `Lijn ${code}`, fr: `Ligne ${code}`, de: '', en: `Line ${code}` },
    amountCents: 100_00,
    subtotalCents: 100_00,
    isPm: false,
    legalGround: '',
    beneficiaryNumber: null,
    formula: null,
    sector: null,
    isExtraSupport: false,
    coMinister: '',
    predecessorIds: [],
    commitments: [],
    advice: null,
    figures: null,
    ...change,
  };
  return plan.planLine.parse(line);
}

const heading = { kind: 'heading', amountCents: null } as const;
export const usualLines = [
  givenLine('1', heading),
  givenLine('1.1'),
  givenLine('1.2'),
  givenLine('2', heading),
  givenLine('2.1'),
];

/** For tests: a draft of a plan of one thousand euros. */
export function givenVersion(
  lines: readonly PlanLine[] = usualLines,
  change: { readonly revision?: number; readonly totalCents?: number } = {},
): PlanVersion {
  return plan.readPlanVersion.response.parse({
    ...{ id: versionId, year: 2030, number: 1, stage: 'provisional', state: 'draft', revision: 3 },
    ...{ totalCents: 1_000_00, unassignedCents: 0, decreeReference: null, decreeOn: null, accountsReference: null },
    ...{ remark: null, source: '', draftedBy: 'Dana', submittedBy: null, submittedAt: null, approvedBy: null },
    ...{ approvedAt: null, inForceAt: null, returnReason: null, steps: [], earlierSteps: [], lines },
    may: {
      ...{ edit: true, submit: false, approve: false, sendBack: false, enterIntoForce: false },
      ...{ configureSteps: false, recordSteps: [] },
    },
    ...change,
  });
}
