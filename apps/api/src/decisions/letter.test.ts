import {
  type Cents,
  cents,
  type DecisionOutcome,
  type FileLanguage,
  fileLanguages,
  localDate,
} from '@commonlot/domain';
import { renderDocument } from '../platform/documents/index.js';
import { actFor, proposeAct, templatesIn } from './act-templates.js';
import { type LetterFacts, letterOf } from './letter.js';
import { letterWords } from './letter-words.js';

const plan = {
  year: 2026,
  stage: 'provisional',
  versionNumber: 1,
  decreeReference: 'Belgisch Staatsblad 2026/000001',
  decreeOn: localDate('2026-01-05'),
  lineCode: '3.2',
  lineLabel: 'Cultuur',
  legalGround: '',
} as const;

function facts(language: FileLanguage, outcome: DecisionOutcome, change: Partial<LetterFacts> = {}): LetterFacts {
  const act = proposeAct({ language, plan, purpose: 'Een koor in het rusthuis.', year: 2026, channel: 'call' });
  const amountCents: Cents | null = outcome === 'award' ? cents(10_000_01) : null;
  return {
    number: '2026-B001-001',
    fileNumber: '2026-C01-0001',
    language,
    outcome,
    title: 'Samen zingen',
    organisation: {
      name: 'Koor De Lijster vzw',
      enterpriseNumber: '0912345678',
      street: 'Dorpsstraat 1',
      postalCode: '1000',
      municipality: 'Brussel',
    },
    requestedCents: cents(10_000_01),
    amountCents,
    reason: templatesIn(language).awardReason({ position: 1, ranked: 3, percent: '81,25' }),
    deviationReason: '',
    criterionReasons: [{ title: 'Nood', text: 'De nood is met cijfers aangetoond.\nHet bereik ook.' }],
    act: actFor(outcome, act),
    signedAt: new Date('2026-06-01T10:00:00Z'),
    signatory: { name: 'Mira Minister', title: 'Staatssecretaris' },
    isDemonstration: true,
    ...change,
  };
}

const textOf = (letter: LetterFacts) => JSON.stringify(letterOf(letter)).replaceAll('\u00a0', ' ');

describe.each(fileLanguages)('a letter in %s', (language) => {
  test('of an award says what, why, how it is paid, what to prove and what to do against it', () => {
    const text = textOf(facts(language, 'award'));
    for (const part of [
      '2026-B001-001',
      '2026-C01-0001',
      'Koor De Lijster vzw',
      'De nood is met cijfers aangetoond.',
      'Mira Minister',
    ]) {
      expect(text).toContain(part);
    }
    expect(text).toMatch(/10[. ]000,01/);
    // The instalments add up to the cent: 80 % and 20 % of 10 000.01 euros.
    expect(text).toMatch(/8[. ]000,01.*2[. ]000,00/);
    expect(text).toMatch(/2028/);
    expect(text).toContain('60');
    expect(text).toContain(letterWords[language].remedies);
    expect(text).toContain(letterWords[language].mark);
  });

  test.each([
    'refuse',
    'exclude',
  ] as const)('of a decision to %s promises nothing and names the remedies', (outcome) => {
    const words = letterWords[language];
    const text = textOf(facts(language, outcome));
    expect(text).toContain(words.titles[outcome]);
    expect(text).toContain(words.remedies);
    expect(text).not.toContain(words.payment);
    expect(text).not.toContain(words.recovery);
  });

  test('carries the reason for leaving the advice, and no mark in production', () => {
    const text = textOf(
      facts(language, 'award', { deviationReason: 'Deze streek had nog geen project.', isDemonstration: false }),
    );
    expect(text).toContain('Deze streek had nog geen project.');
    expect(text).not.toContain(letterWords[language].mark);
  });

  test('is rendered as a tagged document in that language', async () => {
    const pdf = (await renderDocument(letterOf(facts(language, 'award')))).toString('latin1');
    expect(pdf).toContain('/StructTreeRoot');
    expect(pdf).toContain(`/Lang (${language})`);
    expect(pdf).toMatch(/\/MarkInfo/);
  });
});
