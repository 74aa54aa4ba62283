import type { AnswerOf, workspace } from '@commonlot/contracts';
import type { Permission } from '@commonlot/domain';

export type SubjectType = AnswerOf<typeof workspace.searchWorkspace>['rows'][number]['subjectType'];

/** What staff need to read the history of a record; the auditor reads every history. */
export const permissionOfSubject: Record<SubjectType, Permission> = {
  person: 'person:manage',
  organisation: 'organisation:read',
  'bank-account': 'organisation:read',
  'plan-version': 'plan:read',
  'plan-line': 'plan:read',
  call: 'call:read',
  application: 'application:read',
  // It names the reviewer: for whoever assigns, and not for the minister's office, which reads the ranking.
  'review-assignment': 'review:assign',
  'direct-file': 'decision:read',
  'decision-batch': 'decision:read',
  decision: 'decision:read',
  payment: 'payment:read',
  'bank-statement': 'payment:read',
};

interface MemberView {
  /** The events that members of the organisation may know, and no other: a new event is hidden until it is named here. */
  readonly events: readonly string[];
  /** Those of them that staff caused: members do not learn who. */
  readonly byStaff: readonly string[];
  /** Whether they see what changed: the states in it would tell what is not released. */
  readonly showsChanges: boolean;
}

/** What members of an organisation read of their own records. A subject that is missing here is not for them. */
export const memberViewOf: Partial<Record<SubjectType, MemberView>> = {
  organisation: {
    events: [
      'organisation.registered',
      'organisation.changed',
      'organisation.member-invited',
      'organisation.invitation-withdrawn',
      'organisation.member-added',
      'organisation.member-set',
    ],
    byStaff: [],
    showsChanges: true,
  },
  'bank-account': {
    events: ['bank-account.proposed', 'bank-account.verified', 'bank-account.refused', 'bank-account.replaced'],
    byStaff: ['bank-account.verified', 'bank-account.refused', 'bank-account.replaced'],
    showsChanges: true,
  },
  application: {
    events: [
      'application.started',
      'application.saved',
      'application.file-attached',
      'application.file-removed',
      'application.submitted',
      'application.withdrawn',
      'application.discarded',
      'application.released',
    ],
    byStaff: ['application.released'],
    showsChanges: false,
  },
  decision: {
    events: [
      'decision.released',
      'decision.reduced',
      'decision.repayment-asked',
      'decision.repayment-received',
      'decision.repayment-waived',
    ],
    byStaff: [
      'decision.released',
      'decision.reduced',
      'decision.repayment-asked',
      'decision.repayment-received',
      'decision.repayment-waived',
    ],
    showsChanges: false,
  },
};

export interface Change {
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** Two sides of a journal entry as rows, one for each field that differs; `lines: { '1.3': 5 }` is the field `lines.1.3`. */
export function changesOf(before: Record<string, unknown>, after: Record<string, unknown>): Change[] {
  const [had, has] = [flat(before), flat(after)];
  const fields = new Set([...had.keys(), ...has.keys()]);
  return [...fields]
    .map((field) => ({ field, before: had.get(field) ?? null, after: has.get(field) ?? null }))
    .filter((change) => change.before !== change.after);
}

function flat(side: Record<string, unknown>): Map<string, string | null> {
  const entries = Object.entries(side).flatMap(([field, value]): [string, string | null][] =>
    isRecord(value)
      ? Object.entries(value).map(([part, each]) => [`${field}.${part}`, textOf(each)])
      : [[field, textOf(value)]],
  );
  return new Map(entries);
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function textOf(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map((each) => textOf(each) ?? '').join(', ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
