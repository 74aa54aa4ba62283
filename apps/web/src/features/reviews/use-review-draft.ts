import { reviews } from '@commonlot/contracts';
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { useApi } from '../../shared/api/browser-api';
import type { Api } from '../../shared/api/request';
import { type KeptTexts, keptTexts } from '../../shared/session/kept-texts';
import { usePerson } from '../../shared/session/session';
import type { Assignment } from './records';
import { type ReviewDraft, ReviewSaver } from './review-saver';

const emptyScore = { score: null, comment: '' };
const whole = 'draft';

/** The draft of a review as the reviewer sees it, saved while they type; what this browser kept unsaved comes back. */
export function useReviewDraft(assignment: Assignment) {
  const api = useApi();
  const { id: personId } = usePerson();
  const kept = useMemo(() => keptTexts<ReviewDraft>(`review.${personId}.${assignment.id}`), [personId, assignment.id]);
  const [saver] = useState(() => makeSaver(api, assignment, kept));
  const { draft, state, problem } = useSyncExternalStore(saver.subscribe, saver.snapshot, saver.snapshot);

  useEffect(() => {
    const unsaved = kept.read().get(whole);
    if (unsaved !== undefined)
      saver.change({ ...unsaved, scores: { ...saver.snapshot().draft.scores, ...unsaved.scores } });
  }, [saver, kept]);

  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (saver.isUnsaved) event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => {
      window.removeEventListener('beforeunload', warn);
      // Going to another page of this site sends what is left at once.
      void saver.flush();
    };
  }, [saver]);

  return { draft, state, problem, saver };
}

export type ReviewSaving = ReturnType<typeof useReviewDraft>;

function makeSaver(api: Api, assignment: Assignment, kept: KeptTexts<ReviewDraft>): ReviewSaver {
  const params = { assignmentId: assignment.id };
  return new ReviewSaver(
    {
      send: async (draft, revision) =>
        (await api(reviews.saveReview, { params, body: { ...draft, revision } })).revision,
      reread: async () => (await api(reviews.readAssignment, { params })).revision,
      keep: (draft) => kept.write(whole, draft),
    },
    draftOf(assignment),
    assignment.revision,
  );
}

/** The scores that the form begins with: each criterion of the call, scored or not. */
function draftOf({ criteriaList, scores, remark }: Assignment): ReviewDraft {
  return { scores: Object.fromEntries(criteriaList.map(({ id }) => [id, scores[id] ?? emptyScore])), remark };
}
