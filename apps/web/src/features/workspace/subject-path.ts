import type { ResponseOf, workspace } from '@commonlot/contracts';
import type { Language } from '@commonlot/domain';
import { pathTo } from '../../shared/paths/paths';

export type WorkItem = ResponseOf<typeof workspace.readWorkList>['rows'][number];
type SubjectType = WorkItem['subjectType'];

/** The page of a record of the workspace; null for a kind that has no page of its own. */
export function subjectPath(language: Language, type: SubjectType, id: string, parentId: string | null): string | null {
  switch (type) {
    case 'organisation':
      return pathTo('work-organisation', language, { organisationId: id });
    case 'bank-account':
      return parentId === null ? null : pathTo('work-organisation', language, { organisationId: parentId });
    case 'plan-version':
      return pathTo('plan-version', language, { versionId: id });
    case 'plan-line':
      return pathTo('line', language, { lineId: id });
    case 'call':
      return pathTo('work-call', language, { callId: id });
    case 'application':
      return pathTo('application', language, { applicationId: id });
    case 'review-assignment':
      return pathTo('review', language, { assignmentId: id });
    case 'direct-file':
      return pathTo('direct-file', language, { directFileId: id });
    case 'decision-batch':
      return pathTo('batch', language, { batchId: id });
    case 'decision':
      return parentId === null ? null : pathTo('decision', language, { batchId: parentId, decisionId: id });
    case 'payment':
      return pathTo('payments', language);
    case 'bank-statement':
      return pathTo('bank-statement', language, { statementId: id });
    case 'person':
      return null;
  }
}

type Notice = ResponseOf<typeof workspace.listNotices>['rows'][number];

/** What a notice leads to: the page of its subject, or the page beside it that it is about; null where there is none. */
export function noticePath(language: Language, { type, subjectType, subjectId, data }: Notice): string | null {
  const year = data['year'];
  if (type === 'plan-version.closing-sent-back' && year !== undefined)
    return pathTo('year-closing', language, { year });
  return subjectPath(language, subjectType, subjectId, null);
}

/** Where a piece of work is done, which is not always the page of its subject. */
export function workPath(language: Language, item: WorkItem): string {
  const call = { callId: item.subjectId };
  switch (item.task) {
    case 'finish-draft':
      return pathTo('draft', language, { applicationId: item.subjectId });
    case 'answer-invitation':
      return pathTo('work-organisations', language);
    case 'declare-interest':
      return pathTo('declare', language);
    case 'score':
      return pathTo('reviews', language);
    case 'screen':
      return pathTo('screening', language, call);
    case 'assign-reviewers':
      return pathTo('assign-reviewers', language, call);
    case 'prepare-decisions':
      // A batch that was begun or sent back goes on where it stands.
      if (item.subjectType === 'decision-batch') return pathTo('batch', language, { batchId: item.subjectId });
      return pathTo('ranking', language, call);
    case 'finish-call':
      return pathTo('edit-call', language, call);
    case 'prepare-payment':
      return pathTo('payments', language, {}, { state: 'planned' });
    case 'approve-payment':
      return pathTo('payments', language, {}, { state: 'prepared' });
    case 'confirm-payment':
      return pathTo('payments', language, {}, { state: 'approved' });
    case 'confirm-reduction':
    case 'receive-repayment':
    case 'chase-repayment':
      return pathTo('award-money', language, { decisionId: item.subjectId });
    default:
      return subjectPath(language, item.subjectType, item.subjectId, item.parentId) ?? pathTo('work', language);
  }
}
