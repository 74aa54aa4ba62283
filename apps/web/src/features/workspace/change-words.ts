import { cents, formatDay, formatEuros, formatInstant, isLocalDate, type Language } from '@commonlot/domain';
import type { i18n } from 'i18next';
import { languageNames } from '../../shared/layouts/page-switches';

export interface Change {
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** Where the words for the states of a subject stand: `namespace:key`, before the code. */
export const stateWords: Readonly<Record<string, string>> = {
  person: 'access:people.stateWords',
  'bank-account': 'organisations:account.state',
  'plan-version': 'plan:state',
  call: 'workspace:history.callState',
  application: 'applications:state',
  'review-assignment': 'reviews:state',
  'direct-file': 'decisions:fileState',
  'decision-batch': 'decisions:batchState',
  payment: 'payments:state',
};

/** Where the words for the codes of a field stand, whatever the subject. */
const codeWords: Readonly<Record<string, string>> = {
  releasedState: 'applications:released',
  conflictKind: 'reviews:conflict',
  outcome: 'decisions:outcome',
  stage: 'plan:stage',
  role: 'organisations:memberRole',
  roles: 'shared:role',
  reasons: 'applications:exclusion',
  fields: 'workspace:history.field',
  lines: 'plan:kind',
  requiredSteps: 'plan:step',
  reductionKind: 'payments:money.reductionKind',
  repaymentKind: 'payments:money.repaymentKind',
};

/** What only a program reads: it says nothing to people. */
const technical = new Set(['revision', 'questionId', 'correctionId', 'adjustments']);

export const isForPeople = (change: Change): boolean => !technical.has(change.field);

/** The name of a field; one that has no word yet is at least told apart: "beneficiaryNumber" is "Beneficiary number". */
export function fieldWords(field: string, words: i18n): string {
  const [name = field, part] = splitField(field);
  const key = `workspace:history.field.${name}`;
  const label = words.exists(key) ? words.t(key) : spelledOut(name);
  return part === undefined ? label : `${label} ${part}`;
}

/** "before → after" in words of the reader's language; a value that was not there before stands alone. */
export function changeWords(change: Change, subjectType: string, language: Language, words: i18n): string {
  const shown = (value: string) => valueWords(splitField(change.field)[0] ?? '', value, subjectType, language, words);
  const { before, after } = change;
  if (before === null || before === '') return after === null ? '' : shown(after);
  return `${shown(before)} → ${after === null || after === '' ? '–' : shown(after)}`;
}

function valueWords(field: string, value: string, subjectType: string, language: Language, words: i18n): string {
  if ((field.endsWith('Cents') || field === 'lines') && /^-?\d{1,15}$/.test(value))
    return formatEuros(cents(Number(value)), language);
  if (field === 'lines' && value === 'PM') return words.t('shared:ui.proMemoria');
  if (field.endsWith('On') && isLocalDate(value)) return formatDay(value, language);
  if (field.endsWith('At') && !Number.isNaN(Date.parse(value))) return formatInstant(new Date(value), language);
  if (value === 'true' || value === 'false')
    return words.t(value === 'true' ? 'shared:answer.yes' : 'shared:answer.no');
  if (field === 'screenLanguage') return languageNames[value as Language] ?? value;
  // The API names every id that it can; what is left is the id of a record that is gone.
  if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value)) return words.t('workspace:history.gone');
  const place = field === 'state' ? stateWords[subjectType] : codeWords[field];
  if (place === undefined) return value;
  return value
    .split(', ')
    .map((code) => (words.exists(`${place}.${code}`) ? words.t(`${place}.${code}`) : spelledOut(code)))
    .join(', ');
}

/** `lines.1.3` is the part `1.3` of the field `lines`. */
const splitField = (field: string): readonly string[] =>
  field.includes('.') ? [field.slice(0, field.indexOf('.')), field.slice(field.indexOf('.') + 1)] : [field];

function spelledOut(code: string): string {
  const apart = code
    .replace(/(Cents|Id|On|At)$/, '')
    .replace(/[-_]/g, ' ')
    .replace(/([a-z])([A-Z])/g, (_, end: string, start: string) => `${end} ${start.toLowerCase()}`);
  return apart === '' ? code : apart.charAt(0).toUpperCase() + apart.slice(1);
}
