import {
  type AdviceText,
  adviceTextErrors,
  commitmentsText,
  parseCommitments,
  parseDay,
  parseLineIds,
} from '@commonlot/domain';
import type { ImportColumn } from './columns.js';

type TextOf = (column: ImportColumn) => string;
type Report = (column: ImportColumn, code: string) => void;

export const adviceColumns = {
  adviser: 'advice_of',
  askedOn: 'advice_asked_on',
  givenOn: 'advice_given_on',
  reference: 'advice_reference',
} as const satisfies Record<keyof AdviceText, ImportColumn>;

/** Which line a row is and which it continues, what it promises for later years, and the advice about it. */
export function readDuties(text: TextOf, report: Report) {
  const typedLine = text('line');
  const own = parseLineIds(typedLine);
  if (own === null || own.length > 1) report('line', 'line-unreadable');
  const typedPredecessors = text('predecessors');
  const predecessors = parseLineIds(typedPredecessors);
  if (predecessors === null) report('predecessors', 'line-unreadable');
  const typedCommitments = text('commitments');
  const commitments = parseCommitments(typedCommitments);
  if (commitments === null) report('commitments', 'commitments-unreadable');
  return {
    lineId: own?.length === 1 ? (own[0] ?? '') : typedLine,
    lineYear: null,
    predecessors: predecessors === null ? typedPredecessors : predecessors.join(' '),
    commitments: commitments === null ? typedCommitments : commitmentsText(commitments),
    advice: readAdvice(text, report),
  };
}

function readAdvice(text: TextOf, report: Report): AdviceText {
  const typed = {
    adviser: text(adviceColumns.adviser),
    askedOn: text(adviceColumns.askedOn),
    givenOn: text(adviceColumns.givenOn),
    reference: text(adviceColumns.reference),
  };
  for (const { cell, code } of adviceTextErrors(typed)) report(adviceColumns[cell], code);
  return {
    ...typed,
    askedOn: parseDay(typed.askedOn) ?? typed.askedOn,
    givenOn: parseDay(typed.givenOn) ?? typed.givenOn,
  };
}
