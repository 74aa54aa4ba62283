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
  'review-assignment': 'review:rank',
  'direct-file': 'decision:read',
  'decision-batch': 'decision:read',
  decision: 'decision:read',
  payment: 'payment:read',
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
    events: ['organisation.registered', 'organisation.changed', 'organisation.member-added', 'organisation.member-set'],
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
  decision: { events: ['decision.released'], byStaff: ['decision.released'], showsChanges: false },
};

export interface Change {
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** Two sides of a journal entry as rows, one for each field that differs. */
export function changesOf(before: Record<string, unknown>, after: Record<string, unknown>): Change[] {
  const fields = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...fields]
    .map((field) => ({ field, before: textOf(before[field]), after: textOf(after[field]) }))
    .filter((change) => change.before !== change.after);
}

function textOf(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map((each) => textOf(each) ?? '').join(', ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
