import { cents } from '../money.js';
import { localDate } from '../time.js';
import type { Act } from './act.js';
import {
  type BatchFacts,
  criteriaWithoutReason,
  type DecisionBlocker,
  type DecisionFacts,
  decisionBlockers,
  deviates,
  prepareBatch,
  reasonsFor,
  signatureBlockers,
  signBatch,
} from './decision.js';

const act: Act = {
  legalGrounds: ['Law of 19 April 2002, art. 24'],
  planReference: 'Plan 2026, definitive',
  lineCode: '3.2',
  purpose: 'A choir for the care home',
  amountCents: cents(1_000),
  instalments: [{ percent: 100, amountCents: null, condition: 'After signature', dueOn: null }],
  proofs: [{ description: 'Accounts', dueOn: localDate('2027-06-30') }],
  visibilityDuty: 'Mention the support.',
  controlClause: 'Control on the spot is accepted.',
  recoveryClause: 'What is not proven is paid back.',
  remedies: [{ body: 'Council of State', days: 60, text: 'Annulment, by registered letter.' }],
};
const reason = 'Thirty characters, no less here';
const decision: DecisionFacts = {
  outcome: 'award',
  requestedCents: cents(1_000),
  amountCents: cents(1_000),
  criterionIds: ['impact', 'means'],
  reasons: [
    { criterionId: 'impact', text: reason },
    { criterionId: 'means', text: reason },
  ],
  reason,
  exclusionReasons: [],
  rankedOutcome: 'award',
  deviationReason: null,
  language: 'nl',
};

describe('a decision', () => {
  test.each<[string, Partial<DecisionFacts>, DecisionBlocker[]]>([
    ['an award with its reasons', {}, []],
    ['no outcome', { outcome: null }, ['outcome-missing']],
    ['no amount', { amountCents: null }, ['amount-missing']],
    ['an amount of zero', { amountCents: cents(0) }, ['amount-missing']],
    ['a cent above what was asked', { amountCents: cents(1_001) }, ['amount-above-requested']],
    ['less than was asked', { amountCents: cents(1) }, []],
    ['a refusal without an amount', { outcome: 'refuse', rankedOutcome: 'refuse', amountCents: null }, []],
    ['a refusal without reasons', { outcome: 'refuse', rankedOutcome: 'refuse', reasons: [] }, ['reason-missing']],
    [
      'a reason that is too short',
      {
        reasons: [decision.reasons[0] ?? { criterionId: '', text: '' }, { criterionId: 'means', text: 'x'.repeat(29) }],
      },
      ['reason-missing'],
    ],
    ['no reason for the whole', { reason: 'x'.repeat(29) }, ['reason-missing']],
    ['a reason of just the length', { reason: 'x'.repeat(30) }, []],
    ['a reason of blanks', { reason: `x${' '.repeat(40)}` }, ['reason-missing']],
    ['neither outcome nor reason', { outcome: null, reason: '', reasons: [] }, ['outcome-missing']],
    ['an award below the line', { rankedOutcome: 'refuse' }, ['deviation-reason-missing']],
    ['a refusal above the line', { outcome: 'refuse' }, ['deviation-reason-missing']],
    ['an explained deviation', { rankedOutcome: 'refuse', deviationReason: reason }, []],
    ['a file that was not ranked', { rankedOutcome: null }, []],
    ['an exclusion without reason', { outcome: 'exclude', reasons: [] }, ['exclusion-reason-missing']],
    [
      'an exclusion with its reason',
      { outcome: 'exclude', reasons: [], exclusionReasons: [{ code: 'late', text: 'Sent at 12:03.' }] },
      [],
    ],
    ['no language', { language: null }, ['language-missing']],
  ])('%s', (_case, change, expected) => {
    expect(decisionBlockers({ ...decision, ...change })).toEqual(expected);
  });

  test('leaves the ranking when it says another thing than the ranking does, and only then', () => {
    const { outcome, rankedOutcome } = decision;
    expect(deviates({ outcome, rankedOutcome })).toBe(false);
    expect(deviates({ outcome, rankedOutcome: 'refuse' })).toBe(true);
    expect(deviates({ outcome: 'refuse', rankedOutcome: 'award' })).toBe(true);
    expect(deviates({ outcome: 'exclude', rankedOutcome: 'award' })).toBe(false);
    expect(deviates({ outcome: null, rankedOutcome: 'award' })).toBe(false);
    expect(deviates({ outcome, rankedOutcome: null })).toBe(false);
  });

  test('is not asked for an act that fits before it has an outcome', () => {
    expect(signatureBlockers({ ...decision, outcome: null }, { ...act, purpose: '' })).toEqual(['outcome-missing']);
  });

  test('that refuses does not care which amount the act names', () => {
    const refusal = { ...decision, outcome: 'refuse', rankedOutcome: 'refuse', amountCents: null } as const;
    expect(signatureBlockers(refusal, act)).toEqual([]);
  });

  test('names the criteria that still lack a reason', () => {
    expect(criteriaWithoutReason({ ...decision, reasons: decision.reasons.slice(1) })).toEqual(['impact']);
  });
});

describe('a batch', () => {
  const draft: BatchFacts = {
    state: 'draft',
    preparedById: null,
    reviewerIds: ['rik'],
    files: [{ decisionId: 'd1', decision, act }],
  };
  const prepared: BatchFacts = { ...draft, state: 'prepared', preparedById: 'olga' };

  test('is prepared by one person and signed by another', () => {
    expect(prepareBatch(draft, 'olga')).toEqual({ state: 'prepared', preparedById: 'olga' });
    expect(signBatch(prepared, 'mia')).toEqual({ state: 'signed', signedById: 'mia' });
    expect(() => signBatch(prepared, 'olga')).toThrow('decision.same-person');
  });

  test('is not signed by a reviewer of one of its files', () => {
    expect(() => signBatch(prepared, 'rik')).toThrow('decision.reviewer');
  });

  test('is signed once, and only when it was prepared', () => {
    expect(() => signBatch(draft, 'mia')).toThrow('lifecycle.not-allowed');
    expect(() => signBatch({ ...prepared, state: 'signed' }, 'mia')).toThrow('lifecycle.not-allowed');
  });

  test.each<[string, BatchFacts['files'], string, object]>([
    ['no file', [], 'decision.incomplete', { files: [] }],
    [
      'a decision without language',
      [{ decisionId: 'd1', decision: { ...decision, language: null }, act }],
      'decision.incomplete',
      { files: [{ decisionId: 'd1', blockers: ['language-missing'] }] },
    ],
    [
      'no act',
      [{ decisionId: 'd1', decision, act: null }],
      'decision.incomplete',
      { files: [{ decisionId: 'd1', blockers: ['act-missing'] }] },
    ],
    [
      'a language and an act that are both missing',
      [{ decisionId: 'd1', decision: { ...decision, language: null }, act: null }],
      'decision.incomplete',
      { files: [{ decisionId: 'd1', blockers: ['language-missing', 'act-missing'] }] },
    ],
    [
      'an act without remedies',
      [{ decisionId: 'd1', decision, act: { ...act, remedies: [] } }],
      'decision.incomplete',
      { files: [{ decisionId: 'd1', blockers: ['remedies-missing'] }] },
    ],
    [
      'an act with another amount than was decided',
      [{ decisionId: 'd1', decision: { ...decision, amountCents: cents(900) }, act }],
      'decision.incomplete',
      { files: [{ decisionId: 'd1', blockers: ['amount-differs'] }] },
    ],
  ])('with %s is neither prepared nor signed', (_case, files, code, details) => {
    expect(() => prepareBatch({ ...draft, files }, 'olga')).toThrow(expect.objectContaining({ code, details }));
    expect(() => signBatch({ ...prepared, files }, 'mia')).toThrow(expect.objectContaining({ code, details }));
  });
});

describe('the reasons of a decision', () => {
  const texts = { reason: 'fits', publicReason: 'sings', deviationReason: 'poor district' };
  const former = { ...texts, outcome: 'award' } as const;

  it('stay while the outcome stays', () => {
    expect(reasonsFor('award', texts, former)).toEqual(texts);
  });

  it('of an award are not those of a refusal, nor of a file that is open again', () => {
    const none = { reason: '', publicReason: '', deviationReason: '' };
    expect([reasonsFor('refuse', texts, former), reasonsFor(null, texts, former)]).toEqual([none, none]);
  });

  it('that were written anew are kept', () => {
    const anew = { reason: 'too late', publicReason: '', deviationReason: 'paid twice' };
    expect(reasonsFor('refuse', anew, former)).toEqual(anew);
  });

  it('that were written before there was an outcome are kept with it', () => {
    expect(reasonsFor('refuse', texts, { ...former, outcome: null })).toEqual(texts);
  });
});
