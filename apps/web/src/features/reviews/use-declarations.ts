import { reviews } from '@commonlot/contracts';
import { useState } from 'react';
import { useRevalidator } from 'react-router';
import { useApi } from '../../shared/api/browser-api';
import { type ConflictKind, readConflictKind } from './conflict-kind';
import type { AssignmentHead } from './records';

export type DeclarationChoice = ConflictKind | 'none' | 'later';

/** The choices of the pass, and sending them: one file after the other, so that one refusal does not stop the rest. */
export function useDeclarations(rows: readonly AssignmentHead[]) {
  const api = useApi();
  const { revalidate } = useRevalidator();
  const [choices, setChoices] = useState<Readonly<Record<string, DeclarationChoice>>>({});
  const [problems, setProblems] = useState<Readonly<Record<string, unknown>>>({});
  const [progress, setProgress] = useState<number | null>(null);

  async function declare() {
    const failed: Record<string, unknown> = {};
    const answered = rows.filter(({ id }) => choices[id] !== 'later');
    for (const [index, row] of answered.entries()) {
      setProgress(index);
      const conflictKind = readConflictKind(choices[row.id] ?? 'none');
      try {
        await api(reviews.declareInterest, {
          params: { assignmentId: row.id },
          body: { revision: row.revision, conflictKind },
        });
      } catch (error) {
        failed[row.id] = error;
      }
    }
    setProblems(failed);
    setProgress(null);
    await revalidate();
  }

  return {
    choices,
    choose: (id: string, choice: DeclarationChoice) => setChoices((before) => ({ ...before, [id]: choice })),
    problems,
    /** How many were sent; null when nothing is under way. */
    progress,
    declare,
  };
}
