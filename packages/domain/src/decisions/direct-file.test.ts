import { cents } from '../money.js';
import { localDate } from '../time.js';
import type { Act } from './act.js';
import {
  type DirectFileBlocker,
  type DirectFileFacts,
  decideDirectFile,
  directFileBlockers,
  lineFitsOrganisation,
  proposeDirectFile,
} from './direct-file.js';

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

describe('a direct file', () => {
  const draft: DirectFileFacts = {
    state: 'draft',
    lineKind: 'nominative',
    lineIsPm: false,
    availableCents: cents(1_000),
    organisationId: 'red-cross',
    purpose: 'Operation',
    amountCents: cents(1_000),
    reason,
    language: 'fr',
    proposedById: null,
    act,
  };
  const proposed: DirectFileFacts = { ...draft, state: 'proposed', proposedById: 'olga' };

  test.each<[string, Partial<DirectFileFacts>, DirectFileBlocker[]]>([
    ['everything', {}, []],
    ['a call envelope', { lineKind: 'call-envelope' }, ['line-takes-no-direct-files']],
    ['a heading', { lineKind: 'heading' }, ['line-takes-no-direct-files']],
    ['a PM line', { lineIsPm: true, availableCents: cents(0) }, ['line-without-amount', 'amount-above-available']],
    ['no organisation', { organisationId: null }, ['organisation-missing']],
    ['no purpose', { purpose: ' ' }, ['purpose-missing']],
    ['no amount', { amountCents: null }, ['amount-missing']],
    ['an amount of zero', { amountCents: cents(0) }, ['amount-missing']],
    ['a cent more than is available', { amountCents: cents(1_001) }, ['amount-above-available']],
    ['a reason that is too short', { reason: 'Because.' }, ['reason-missing']],
    ['no language', { language: null }, ['language-missing']],
  ])('with %s', (_case, change, expected) => {
    expect(directFileBlockers({ ...draft, ...change })).toEqual(expected);
  });

  test('is proposed by one person and awarded by another', () => {
    expect(proposeDirectFile(draft, 'olga')).toEqual({ state: 'proposed', proposedById: 'olga' });
    expect(decideDirectFile(proposed, 'award', 'mia')).toEqual({ state: 'awarded', decidedById: 'mia' });
    expect(() => decideDirectFile(proposed, 'award', 'olga')).toThrow('decision.same-person');
    expect(() => proposeDirectFile({ ...draft, purpose: '' }, 'olga')).toThrow(
      expect.objectContaining({ code: 'decision.incomplete', details: { blockers: ['purpose-missing'] } }),
    );
  });

  test('is refused with its reason, even when the money is gone', () => {
    const gone = { ...proposed, availableCents: cents(0) };
    expect(decideDirectFile(gone, 'refuse', 'mia')).toEqual({ state: 'refused', decidedById: 'mia' });
    expect(() => decideDirectFile(gone, 'award', 'mia')).toThrow('decision.incomplete');
    expect(() => decideDirectFile({ ...gone, reason: '', language: null }, 'refuse', 'mia')).toThrow(
      expect.objectContaining({
        code: 'decision.incomplete',
        details: { blockers: ['reason-missing', 'language-missing'] },
      }),
    );
  });

  test('is not decided without a complete act for the same amount', () => {
    expect(() => decideDirectFile({ ...proposed, act: null }, 'award', 'mia')).toThrow(
      expect.objectContaining({ code: 'act.incomplete', details: { blockers: ['act-missing'] } }),
    );
    expect(() => decideDirectFile({ ...proposed, act: { ...act, proofs: [] } }, 'award', 'mia')).toThrow(
      'act.incomplete',
    );
    expect(() => decideDirectFile({ ...proposed, amountCents: cents(900) }, 'award', 'mia')).toThrow(
      expect.objectContaining({ code: 'act.incomplete', details: { blockers: ['amount-differs'] } }),
    );
  });

  test('is refused whatever amount its act names', () => {
    const other = { ...proposed, amountCents: cents(900) };
    expect(decideDirectFile(other, 'refuse', 'mia')).toEqual({ state: 'refused', decidedById: 'mia' });
  });

  test('is not decided before it was proposed', () => {
    expect(() => decideDirectFile(draft, 'award', 'mia')).toThrow('lifecycle.not-allowed');
  });
});

test.each([
  ['nominative', null, true],
  ['special-contribution', '0400000059', true],
  ['statutory-named', '0400000059', true],
  ['statutory-named', '0400000158', false],
  ['open-envelope', null, false],
  ['call-envelope', '0400000059', false],
  ['heading', null, false],
] as const)('a line of kind %s that names %s fits the organisation: %s', (kind, beneficiaryNumber, expected) => {
  expect(lineFitsOrganisation({ kind, beneficiaryNumber }, '0400000059')).toBe(expected);
});
