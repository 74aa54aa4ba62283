import { decisions as contract } from '@commonlot/contracts';
import { actBlockers, cents, type FileLanguage, fileLanguages, localDate } from '@commonlot/domain';
import { actFor, proposeAct } from './act-templates.js';

const plan = {
  year: 2026,
  stage: 'definitive',
  versionNumber: 2,
  decreeReference: 'Belgisch Staatsblad 2026/000001',
  decreeOn: localDate('2026-01-05'),
  lineCode: '3.2',
  lineLabel: 'Cultuur',
  legalGround: '',
} as const;
const propose = (language: FileLanguage, channel: 'call' | 'direct') =>
  proposeAct({ language, plan, purpose: 'A choir for the care home', year: 2026, channel });

describe.each(fileLanguages)('an act in %s', (language) => {
  test.each(['call', 'direct'] as const)('of a %s lacks nothing that the law asks', (channel) => {
    const act = contract.act.parse(propose(language, channel));
    const instalments = act.instalments.map((instalment) => ({ ...instalment, amountCents: null }));
    const judged = { ...act, instalments, remedies: [act.remedies], amountCents: cents(1_000_00) };
    expect(actBlockers(judged, 'award')).toEqual([]);
  });

  test('names the laws, the decree, the term and the bodies', () => {
    const text = JSON.stringify(propose(language, 'call'));
    for (const part of ['2002', '2003', '1991', '121', '124', '3.2', plan.decreeReference, '"days":60'])
      expect(text).toContain(part);
    expect(text).toMatch(/Raad van State|Conseil d’État|Staatsrat/);
    expect(text).toMatch(/[oO]mbuds|Médiateur fédéral/);
  });

  test('quotes the ground of the line where the plan gives one', () => {
    const act = proposeAct({
      language,
      plan: { ...plan, legalGround: 'Wet X' },
      purpose: 'p',
      year: 2026,
      channel: 'direct',
    });
    expect(act.legalGrounds).toContain('Wet X');
  });
});

test('proofs are due after the year of the decision', () => {
  expect(propose('nl', 'call').proofs.map(({ dueOn }) => dueOn)).toEqual(['2028-03-31', '2028-03-31']);
  expect(propose('nl', 'direct').proofs.map(({ dueOn }) => dueOn)).toEqual(['2027-06-30', '2027-06-30']);
});

test('a refusal is signed without promises and without duties, an award as it was', () => {
  const act = propose('fr', 'call');
  expect(actFor('award', act)).toBe(act);
  expect(actFor('refuse', act)).toEqual({
    ...act,
    instalments: [],
    proofs: [],
    visibilityDuty: '',
    controlClause: '',
    recoveryClause: '',
  });
});
