import { reviews } from '@commonlot/contracts';
import { type ReviewBlocker, reviewBlockers } from '@commonlot/domain';
import { Button, ButtonRow, ErrorList, FieldFrame, Stack } from '@commonlot/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useRevalidator } from 'react-router';
import { useApi } from '../../shared/api/browser-api';
import { ProblemNotice } from '../../shared/form/problem-notice';
import { usePath } from '../../shared/i18n/use-language';
import { ConflictDialog } from './conflict-dialog';
import { commentFieldId, scoreFieldId } from './criterion-ids';
import { CriterionScore } from './criterion-score';
import type { Assignment } from './records';
import formStyles from './review-form.module.css';
import { SaveStatus } from './save-status';
import { ShortcutHelp } from './shortcut-help';
import { useBlockerItems } from './use-blocker-items';
import { type ReviewSaving, useReviewDraft } from './use-review-draft';
import { useReviewShortcuts } from './use-review-shortcuts';

type Opened = 'help' | 'conflict' | null;

/** The form of a review: a score and a reason for each criterion. It saves by itself; only "Send" is final. */
export function ReviewForm({ assignment }: { readonly assignment: Assignment }) {
  const { t } = useTranslation('reviews');
  const path = usePath();
  const navigate = useNavigate();
  const [opened, setOpened] = useState<Opened>(null);
  const saving = useReviewDraft(assignment);
  const { draft } = saving;
  const { change, flush } = saving.saver;
  const { criteriaList, previousId, nextId } = assignment;
  const open = (id: string | null) => navigate(id === null ? path('reviews') : path('review', { assignmentId: id }));

  const setScore = (id: string, part: Partial<{ score: number | null; comment: string }>) => {
    const before = draft.scores[id] ?? { score: null, comment: '' };
    change({ ...draft, scores: { ...draft.scores, [id]: { ...before, ...part } } });
  };
  const shortcuts = useReviewShortcuts({
    criteria: criteriaList,
    onScore: (id, score) => setScore(id, { score }),
    onSave: () => void flush(),
    onPrevious: () => previousId !== null && open(previousId),
    onNext: () => nextId !== null && open(nextId),
    onHelp: () => setOpened('help'),
  });
  const sending = useSending(assignment, saving);
  const items = useBlockerItems(sending.blockers, criteriaList);

  async function saveAndNext() {
    if (await flush()) await open(nextId);
  }

  return (
    <form noValidate method="post" onSubmit={(event) => event.preventDefault()} className={formStyles.form}>
      <SaveStatus saving={saving} />
      <ErrorList items={items} attempt={0} title={t('review.missingTitle')} />
      <ProblemNotice error={sending.problem} />
      <Stack gap={6}>
        {criteriaList.map((criterion) => (
          <CriterionScore
            key={criterion.id}
            criterion={criterion}
            given={draft.scores[criterion.id] ?? { score: null, comment: '' }}
            missing={sending.blockers.filter(({ criterionId }) => criterionId === criterion.id)}
            onChange={(part) => setScore(criterion.id, part)}
          />
        ))}
        <FieldFrame
          id="review-remark"
          label={t('review.remark')}
          hint={t('review.remarkHint')}
          optional
          counter={{ text: draft.remark, max: 4000 }}
          render={(wiring) => (
            <textarea
              {...wiring}
              value={draft.remark}
              onChange={({ target }) => change({ ...draft, remark: target.value })}
            />
          )}
        />
      </Stack>
      <div className={formStyles.actions}>
        <p className={formStyles.final}>{t('review.final')}</p>
        <ButtonRow>
          <Button tone="primary" pending={sending.isPending} onClick={() => void sending.send()}>
            {t('review.send')}
          </Button>
          <Button onClick={() => void saveAndNext()}>{t('review.saveAndNext')}</Button>
        </ButtonRow>
        <ButtonRow>
          <Button tone="quiet" size="small" onClick={() => setOpened('conflict')}>
            {t('review.conflict')}
          </Button>
          <Button tone="quiet" size="small" onClick={() => setOpened('help')}>
            {t('shortcuts.open')}
          </Button>
        </ButtonRow>
      </div>
      <ConflictDialog
        open={opened === 'conflict'}
        assignment={assignment}
        saving={saving}
        onClose={() => setOpened(null)}
      />
      <ShortcutHelp open={opened === 'help'} shortcuts={shortcuts} onClose={() => setOpened(null)} />
    </form>
  );
}

/** Sending: a review that is not complete stays here with every word, and the focus goes to the first thing missing. */
function useSending(assignment: Assignment, saving: ReviewSaving) {
  const api = useApi();
  const { revalidate } = useRevalidator();
  const [isAttempted, setAttempted] = useState(false);
  const [isPending, setPending] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const { draft, saver } = saving;
  const scores = assignment.criteriaList.map(({ id }) => ({
    criterionId: id,
    ...(draft.scores[id] ?? { score: null, comment: '' }),
  }));
  // Once tried, the list follows the typing, so that each thing leaves it as it is put right.
  const blockers = reviewBlockers({ scores, hasDeclared: true }, assignment.criteriaList);

  async function send() {
    setAttempted(true);
    setProblem(null);
    const [first] = blockers;
    if (first !== undefined) {
      focusBlocker(first);
      return;
    }
    setPending(true);
    try {
      if (!(await saver.flush())) return;
      await api(reviews.sendReview, { params: { assignmentId: assignment.id }, body: { revision: saver.revision } });
      await revalidate();
    } catch (error) {
      setProblem(error);
    } finally {
      setPending(false);
    }
  }
  return { send, isPending, problem, blockers: isAttempted ? blockers : [] };
}

function focusBlocker({ code, criterionId }: ReviewBlocker) {
  if (criterionId === null) return;
  const id = code === 'comment-too-short' ? commentFieldId(criterionId) : scoreFieldId(criterionId);
  document.getElementById(id)?.focus();
}
