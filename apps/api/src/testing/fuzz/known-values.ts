import fc from 'fast-check';
import { sign } from './symbols.js';

/** The kinds of records in the world, by the table that holds them. */
export const tables = [
  'organisation',
  'person',
  'session',
  'plan_version',
  'plan_line',
  'call',
  'application',
  'stored_file',
  'review_assignment',
  'direct_file',
  'decision_batch',
  'decision',
  'payment',
  'award_reduction',
  'repayment',
  'plan_comment',
  'overrun',
  'year_closing',
  'bank_account',
] as const;
type Table = (typeof tables)[number];

const tableOfField: Readonly<Record<string, Table>> = {
  organisationId: 'organisation',
  personId: 'person',
  reviewerId: 'person',
  sessionId: 'session',
  versionId: 'plan_version',
  fromVersionId: 'plan_version',
  lineId: 'plan_line',
  callId: 'call',
  applicationId: 'application',
  fileId: 'stored_file',
  assignmentId: 'review_assignment',
  directFileId: 'direct_file',
  directFileIds: 'direct_file',
  batchId: 'decision_batch',
  decisionId: 'decision',
  paymentId: 'payment',
  reductionId: 'award_reduction',
  repaymentId: 'repayment',
  commentId: 'plan_comment',
  overrunId: 'overrun',
  closingId: 'year_closing',
  bankAccountId: 'bank_account',
};

const record = (table: Table) => fc.nat({ max: 6 }).map((number) => sign(table.replaceAll('_', '-'), number));
const numbered = (kind: string) => fc.nat({ max: 6 }).map((number) => sign(kind, number));

/** Fields that mean something: what could stand there in a request that somebody means. */
const valuesOfField: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  subjectId: fc.constantFrom(...tables).chain(record),
  email: fc.oneof(numbered('email'), fc.constant('nobody@example.org')),
  // The key of a page as the product writes it, and what looks like one but is of no calendar and no table.
  after: fc.constantFrom(
    ...['2026-01-31~2026-B001-001-P1', 'infinity~2026-B001-001-P1', '00000000-0000-4000-8000-000000000000'],
    ...['2026-02-30~x', '2026-99-99~x', '0000-01-01~x', '99999999999999999999~x', '100000~2026-B001-001'],
    ...['2026-02-30T25:61:61Z~00000000-0000-4000-8000-000000000000', '-1~0', 'NaN~NaN'],
  ),
  callNumber: numbered('call-number'),
  call: numbered('call-number'),
  number: fc.oneof(numbered('call-number'), numbered('award-number')),
  enterpriseNumber: fc.oneof(numbered('enterprise-number'), fc.constant(sign('new-enterprise-number'))),
  beneficiaryNumber: numbered('enterprise-number'),
  iban: fc.oneof(fc.constant(sign('new-iban')), fc.constantFrom('BE68 5390 0754 7034', 'NL91ABNA0417164300')),
  legalForm: fc.constantFrom('017', '026', '029'),
  totalCents: fc.constantFrom(1, 1000, 100_000_000_000_000),
  dueAt: fc.constantFrom(null, '2026-11-30T12:00:00Z', '1900-01-01T00:00:00.000+14:00'),
  municipalityNis: fc.constantFrom('44021', '21004', '62063'),
  municipality: fc.constantFrom('44021', '21004', '62063'),
  year: fc.constantFrom(2026, 2031, 1990, 2100),
  website: fc.constantFrom(null, '', 'https://koor.example/', 'http://xn--caf-dma.example/a?b=c#d'),
  questionId: fc.constantFrom('quotes', 'title', 'budget', 'none'),
  token: fc.constant('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQ'),
  name: fc.constantFrom('offerte.pdf', 'plan.csv', 'plan.xlsx', 'Œuvre “à nous” 🎺.pdf'),
  code: fc.constantFrom('1', '1.1', '1.2', '2', '2.1'),
  line: fc.constantFrom('1', '1.2', '1.3'),
  share: fc.constantFrom('0.2744', '0.59680000000001', '0', '1'),
  revision: fc.constant(sign('revision')),
};

/** The keys that a record may hold, by the field that it stands in. */
const keysOfField: Readonly<Record<string, readonly string[]>> = {
  answers: ['title', 'summary', 'municipality', 'starts-on', 'people-reached', 'target-groups', 'budget', 'quotes'],
  scores: ['need', 'reach', 'quality', 'budget'],
  criterionReasons: ['need', 'reach', 'quality', 'budget'],
};

/** Values that mean something in a field of this name, or null where any text is as good as another. */
export function knownValue(field: string): fc.Arbitrary<unknown> | null {
  const table = tableOfField[field];
  return table === undefined ? (valuesOfField[field] ?? null) : record(table);
}

/** A field that code looks at before its schema does is not in the list of those that are needed. */
export const isAlwaysSent = (field: string): boolean => field === 'dueAt';

export const knownKeys = (field: string): readonly string[] => keysOfField[field] ?? ['need'];

/** A value of the right shape in the place of each symbol, for asking a schema without a world. */
export function standIn(kind: string, number: number): unknown {
  if (kind === 'revision') return number;
  if (kind === 'email') return `person${number}@example.org`;
  if (kind === 'call-number') return `2026-C0${number}`;
  if (kind === 'award-number') return `2026-C01-000${number}`;
  if (kind.endsWith('enterprise-number')) return '0415580365';
  if (kind === 'new-iban') return 'BE68539007547034';
  return `00000000-0000-4000-8000-00000000000${number % 10}`;
}
