import { randomUUID } from 'node:crypto';

/** A record in one of its states: what names it in requests, and what shows it in a list. */
export interface Thing {
  /** Values for the parameters of paths. */
  readonly params: Readonly<Record<string, string>>;
  /** The row whose revision a request names. */
  readonly row?: { readonly table: string; readonly id: string };
  /** A text that is in a list when, and only when, the record is. */
  readonly mark: string;
}

/** The nouns of the matrix, their states, and what each means. All records belong to the organisation of the members. */
export const recordKinds = {
  person: { active: 'an account in use', suspended: 'an account that was suspended' },
  session: { open: 'a session of the representative' },
  organisation: {
    paid: 'an organisation with a verified account, a released award, and another account that waits',
    plain: 'an organisation without any of that',
  },
  membership: { viewer: 'the viewer in the organisation', last: 'its only representative' },
  invitation: { waiting: 'an invitation of the outsider to the organisation, not answered yet' },
  account: { proposed: 'waits for a controller', verified: 'was verified' },
  line: { named: 'a line of the plan in force for a named beneficiary', envelope: 'one that calls draw on' },
  version: {
    draft: 'a plan while it is written',
    submitted: 'a plan that waits for approval',
    approved: 'a plan that waits for its decree',
    'in-force': 'the plan that money is spent by',
  },
  scenario: {
    draft: 'a scenario beside a draft',
    adopted: 'a scenario that its draft adopted',
    submitted: 'a scenario beside a plan that waits for approval',
  },
  year: {
    'in-force': 'a year with a plan in force',
    draft: 'a year whose plan is a draft',
    ready: 'a year whose months are closed, by its definitive plan',
  },
  overrun: { proposed: 'waits for a signature', signed: 'was signed', withdrawn: 'was withdrawn' },
  closing: {
    prepared: 'the closing of a year that waits for a signature',
    signed: 'one that was signed',
    'sent-back': 'one that was sent back',
    withdrawn: 'one that was withdrawn',
  },
  comment: {
    open: 'a comment of the minister on a draft',
    resolved: 'one that is dealt with',
    withdrawn: 'one that was taken back',
    said: 'a comment on a plan that waits for approval',
  },
  call: {
    draft: 'a call while it is written',
    open: 'a call that is open and that nobody has applied to',
    closed: 'a call that is closed and has an application',
    settled: 'a call whose decisions are released',
  },
  application: {
    draft: 'an application while it is written; its call is open',
    sent: 'an application that was sent; its call is open',
    discarded: 'a draft that was thrown away',
    withdrawn: 'an application that was withdrawn',
    screening: 'an application that was sent; its call is closed',
    excluded: 'an application that the office found not admissible, in secret',
    admitted: 'an application that is being reviewed',
    decided: 'an application whose decision is signed and not released',
    awarded: 'an application whose award is released',
  },
  assignment: {
    assigned: 'the undeclared reviewer on the admitted file',
    accepted: 'the reviewer on the admitted file, with a complete review that is not sent',
    sent: 'the reviewer on a file that awaits its decision; the scores are sent',
    released: 'the reviewer on the file that was awarded',
    conflicted: 'the conflicted reviewer on the admitted file',
  },
  'direct file': { draft: 'while it is written', proposed: 'waits for a batch', awarded: 'was awarded and released' },
  batch: {
    draft: 'decisions while the office writes them',
    prepared: 'decisions that wait for the signature',
    signed: 'decisions that are signed and not released',
    released: 'decisions that the applicants may know',
  },
  payment: {
    unreleased: 'an instalment of a decision that is not released',
    planned: 'an instalment that can be prepared',
    prepared: 'an instalment that waits for the controller',
    approved: 'an instalment that waits for the bank',
    paid: 'an instalment that was paid',
  },
  reduction: {
    proposed: 'a reduction of an award that waits for a minister',
    own: 'the same, proposed by the officer of this table',
    confirmed: 'a reduction that lowered its award',
  },
  repayment: {
    asked: 'money that was asked back and has not come in',
    received: 'money that was asked back and came in',
  },
  statement: {
    waiting: 'a statement of the bank that pays an instalment which waits for it',
    done: 'a statement of the bank in which nothing waits for a confirmation',
  },
} as const;

export type Kind = keyof typeof recordKinds;
export type World = Readonly<Record<Kind, Readonly<Record<string, Thing>>>>;

export const statesOf = (kind: Kind): readonly string[] => Object.keys(recordKinds[kind]);

/** Values that name no record. */
export function nothing(): Thing {
  const unknown = { number: '2026-X99-0001', year: '2098', enterpriseNumber: '0415580365', callNumber: '2026-C98' };
  const kind = 'council';
  const ids = [
    ...['personId', 'sessionId', 'organisationId', 'bankAccountId', 'lineId', 'versionId', 'callId', 'applicationId'],
    ...['invitationId', 'fileId', 'assignmentId', 'directFileId', 'batchId', 'decisionId', 'paymentId', 'subjectId'],
    'overrunId',
    'closingId',
    'commentId',
    ...['reductionId', 'repaymentId'],
    ...['scenarioId', 'statementId', 'entryId'],
  ];
  return {
    params: { ...unknown, kind, ...Object.fromEntries(ids.map((name) => [name, randomUUID()])) },
    mark: randomUUID(),
  };
}

/** A record by its parameters, its row and, where lists do not name its id, what they name it by. */
export const thing = (params: Thing['params'], table?: string, id?: string, mark?: string): Thing => ({
  params,
  mark: mark ?? id ?? Object.values(params).at(-1) ?? '',
  ...(table === undefined || id === undefined ? {} : { row: { table, id } }),
});
