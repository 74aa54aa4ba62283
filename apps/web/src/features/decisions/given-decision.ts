import type { Batch, Decision } from './records';

const named = (text: string) => ({ nl: text, fr: text, de: text, en: text });
const id = (end: number) => `0190a0a0-0000-7000-8000-${String(end).padStart(12, '0')}`;
const money = (amount: number) => amount as Decision['requestedCents'];
const day = '2027-03-31' as NonNullable<Decision['act']>['proofs'][number]['dueOn'];

/** A decision that follows the advice to award, complete, in a batch that is a draft. */
export function givenDecision(part: Partial<Decision> = {}): Decision {
  const reason = 'A reason that is long enough for the law.';
  return {
    id: id(1),
    number: '2026-B005-001',
    applicationId: id(2),
    directFileId: null,
    organisationName: 'Choir of Eupen',
    title: 'Singing for all',
    language: 'de',
    outcome: 'award',
    advisedOutcome: 'award',
    requestedCents: money(1_000_000),
    amountCents: money(1_000_000),
    rankingPosition: 1,
    meanBasisPoints: 8_125,
    isDeviation: false,
    blockers: [],
    revision: 3,
    batchId: id(4),
    batchState: 'draft',
    enterpriseNumber: '0203430576',
    criteria: [{ id: 'use', title: named('Use'), meanScore: '8.5', maxScore: 10, comments: ['Good', 'Good'] }],
    criterionReasons: { use: reason },
    reason,
    publicReason: '',
    deviationReason: '',
    exclusionReasons: [],
    act: {
      legalGrounds: ['First law', 'Second law'],
      planReference: 'Plan 2026',
      lineCode: '6.2',
      purpose: 'Singing',
      instalments: [{ percent: 100, condition: 'At once', dueOn: null }],
      proofs: [{ description: 'Report', dueOn: day }],
      visibilityDuty: 'Logo',
      controlClause: 'Control',
      recoveryClause: 'Recovery',
      remedies: { body: 'Council of State', days: 60, text: 'By letter' },
    },
    signedAt: null,
    hasLetter: false,
    mayEdit: true,
    previousId: null,
    nextId: null,
    ...part,
  };
}

/** A batch of two files that is complete and waits for the signature. */
export function givenBatch(part: Partial<Batch> = {}): Batch {
  return {
    id: id(4),
    number: '2026-B005',
    state: 'prepared',
    callId: id(5),
    callNumber: '2026-C02',
    title: named('Together'),
    lineCode: '6.2',
    decisions: 2,
    awards: 1,
    awardedCents: money(1_000_000),
    incomplete: 0,
    preparedAt: '2026-11-23T10:00:00.000Z',
    signedAt: null,
    releasedAt: null,
    revision: 7,
    envelopeCents: money(1_500_000),
    lineAvailableCents: money(0),
    preparedBy: 'Lotte',
    signedBy: null,
    signatoryTitle: '',
    checks: [{ code: 'outcomes', isMet: true, failing: 0 }],
    may: { edit: true, prepare: false, sendBack: true, sign: true, release: false },
    rows: [
      givenDecision(),
      givenDecision({
        id: id(6),
        outcome: 'refuse',
        amountCents: null,
        isDeviation: true,
        blockers: ['reason-missing'],
      }),
    ],
    ...part,
  };
}
