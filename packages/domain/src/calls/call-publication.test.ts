import type { LocalisedText } from '../language.js';
import { cents } from '../money.js';
import type { CallForm } from './call-form.js';
import {
  type CallBlocker,
  type CallPublicationFacts,
  callBlockers,
  missingTexts,
  publishCall,
} from './call-publication.js';

const words: LocalisedText = { nl: 'naam', fr: 'nom', de: 'Name', en: 'name' };
const half: LocalisedText = { nl: 'naam', fr: 'nom' };
const opensAt = new Date('2026-03-01T08:00Z');
const closesAt = new Date('2026-04-01T10:00Z');
const form: CallForm = {
  sections: [
    { id: 'project', title: words, questions: [{ id: 'budget', type: 'cost-table', label: words, required: true }] },
  ],
};

describe('callBlockers', () => {
  const call: CallPublicationFacts = {
    state: 'draft',
    texts: { title: words, summary: words },
    opensAt,
    closesAt,
    envelopeCents: cents(2_250_000_00),
    maxAmountCents: cents(25_000_00),
    maxSharePercent: 80,
    criteria: [
      { id: 'impact', name: words, weight: 60, maxScore: 5 },
      { id: 'means', name: words, weight: 40, maxScore: 10 },
    ],
    form,
    lineKind: 'call-envelope',
  };
  const criterion = { id: 'impact', name: words, weight: 100, maxScore: 5 };

  test.each<[string, Partial<CallPublicationFacts>, CallBlocker[]]>([
    ['a complete call', {}, []],
    ['a title in two languages', { texts: { title: half } }, ['texts-incomplete']],
    ['a criterion in two languages', { criteria: [{ ...criterion, name: half }] }, ['texts-incomplete']],
    ['no opening', { opensAt: null }, ['dates-missing']],
    ['no closing', { closesAt: null }, ['dates-missing']],
    ['closing at the opening instant', { closesAt: opensAt }, ['closing-not-after-opening']],
    ['no envelope', { envelopeCents: null }, ['envelope-missing']],
    ['an envelope of zero', { envelopeCents: cents(0) }, ['envelope-missing', 'maximum-above-envelope']],
    ['a maximum of zero', { maxAmountCents: cents(0) }, ['maximum-missing']],
    ['no maximum', { maxAmountCents: null }, ['maximum-missing']],
    ['a maximum as large as the envelope', { maxAmountCents: cents(2_250_000_00) }, []],
    ['a maximum a cent above it', { maxAmountCents: cents(2_250_000_01) }, ['maximum-above-envelope']],
    ['a share of 1', { maxSharePercent: 1 }, []],
    ['a share of 100', { maxSharePercent: 100 }, []],
    ['a share of 0', { maxSharePercent: 0 }, ['share-invalid']],
    ['a share of 101', { maxSharePercent: 101 }, ['share-invalid']],
    ['a broken share', { maxSharePercent: 79.5 }, ['share-invalid']],
    ['no share', { maxSharePercent: null }, ['share-invalid']],
    ['no criteria', { criteria: [] }, ['criteria-missing']],
    ['one criterion', { criteria: [criterion] }, []],
    ['weights of 99', { criteria: [{ ...criterion, weight: 99 }] }, ['weights-not-100']],
    ['a weight of zero', { criteria: [criterion, { ...criterion, id: 'x', weight: 0 }] }, ['weights-not-100']],
    ['a scale of zero', { criteria: [{ ...criterion, maxScore: 0 }] }, ['score-scale-invalid']],
    [
      'one scale of zero among others',
      {
        criteria: [
          { ...criterion, weight: 60 },
          { ...criterion, id: 'means', weight: 40, maxScore: 0 },
        ],
      },
      ['score-scale-invalid'],
    ],
    ['no line', { lineKind: null }, ['line-missing']],
    ['an open envelope', { lineKind: 'open-envelope' }, []],
    ['a nominative line', { lineKind: 'nominative' }, ['line-takes-no-calls']],
    ['an empty form', { form: { sections: [] } }, ['form-required-question-missing', 'form-cost-table-missing']],
  ])('of %s', (_case, change, expected) => {
    expect(callBlockers({ ...call, ...change })).toEqual(expected);
  });

  test('a complete call is published, once', () => {
    expect(publishCall(call)).toEqual({ state: 'published' });
    expect(() => publishCall({ ...call, state: 'published' })).toThrow('lifecycle.not-allowed');
  });

  test('an incomplete one is not, and says why', () => {
    expect(() => publishCall({ ...call, lineKind: null })).toThrow(
      expect.objectContaining({ code: 'call.incomplete', details: { blockers: ['line-missing'] } }),
    );
  });

  test('missing words are named by field and language', () => {
    expect(missingTexts({ title: words, summary: half })).toEqual([
      { field: 'summary', language: 'de' },
      { field: 'summary', language: 'en' },
    ]);
  });
});
