import {
  applicationLifecycle,
  assignmentLifecycle,
  bankAccountLifecycle,
  callLifecycle,
  decisionLifecycle,
  directFileLifecycle,
  languages,
  paymentLifecycle,
  planLifecycle,
} from '@commonlot/domain';
import { createI18n } from '../../shared/i18n/create-i18n';
import { testCatalogue } from '../../shared/testing/catalogue';
import { type Change, changeWords, fieldWords, isForPeople, stateWords } from './change-words';

const words = (language: (typeof languages)[number]) => createI18n(language, testCatalogue(language));
const en = words('en');
const of = (change: Partial<Change>, subject = 'application', language: (typeof languages)[number] = 'en') =>
  changeWords({ field: 'state', before: null, after: null, ...change }, subject, language, words(language));

it('says a state in the words of its subject and in the language of the reader', () => {
  expect(of({ before: 'submitted', after: 'admitted' }, 'application', 'nl')).toBe('Te screenen → Ontvankelijk');
  expect(of({ before: 'submitted', after: 'approved' }, 'plan-version', 'en')).toBe('submitted → approved');
  expect(of({ before: 'draft', after: 'published' }, 'call', 'fr')).toBe('Projet → Publié');
});

it.each(languages)('has a word in %s for every state that a history can show', (language) => {
  const states = {
    application: applicationLifecycle.states,
    'bank-account': bankAccountLifecycle.states,
    call: callLifecycle.states,
    'decision-batch': decisionLifecycle.states,
    'direct-file': directFileLifecycle.states,
    payment: paymentLifecycle.states,
    'plan-version': planLifecycle.states,
    'review-assignment': assignmentLifecycle.states,
    person: ['active', 'unconfirmed', 'suspended'],
  };
  const i18n = words(language);
  const missing = Object.entries(states).flatMap(([subject, all]) =>
    all.map((state) => `${stateWords[subject]}.${state}`).filter((key) => !i18n.exists(key)),
  );
  expect(missing).toEqual([]);
});

it.each<[string, Partial<Change>, string]>([
  ['an amount', { field: 'amountCents', before: '500000', after: '600000' }, '€ 5.000 → € 6.000'],
  ['an amount of a line', { field: 'lines.1.3', after: '600000' }, '€ 6.000'],
  ['a day', { field: 'paidOn', after: '2026-03-01' }, '1 March 2026'],
  ['roles', { field: 'roles', before: '', after: 'officer, auditor' }, 'Programme officer, Auditor (Court of Audit)'],
  ['yes and no', { field: 'isDeviation', before: 'false', after: 'true' }, 'No → Yes'],
  ['a language', { field: 'screenLanguage', before: 'nl', after: 'fr' }, 'Nederlands → Français'],
  ['reasons', { field: 'reasons', after: 'late, incomplete' }, 'Too late, Incomplete'],
  ['what was changed', { field: 'fields', after: 'legalForm, website' }, 'Legal form, Website'],
  ['an id that has no name', { field: 'fileId', after: '0190a0a0-0000-7000-8000-000000000001' }, 'no longer there'],
  ['a code without a word', { field: 'outcome', after: 'not-yet-known' }, 'Not yet known'],
])('shows %s as people read it', (_case, change, expected) => {
  expect(of(change).replaceAll('\u00a0', ' ')).toBe(expected);
});

it('names every field, also one that nobody wrote a word for', () => {
  expect(fieldWords('amountCents', en)).toBe('Amount');
  expect(fieldWords('lines.1.3', en)).toBe('Line 1.3');
  expect(fieldWords('beneficiaryNumber', en)).toBe('Beneficiary number');
  expect(isForPeople({ field: 'revision', before: null, after: '3' })).toBe(false);
});
