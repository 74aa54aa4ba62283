import { reviews } from '@commonlot/contracts';
import { Button, ButtonRow, Dialog, FieldFrame, Select, Stack } from '@commonlot/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useApi } from '../../shared/api/browser-api';
import { ProblemNotice } from '../../shared/form/problem-notice';
import { usePath } from '../../shared/i18n/use-language';
import { readConflictKind, useConflictOptions } from './conflict-kind';
import type { Assignment } from './records';
import type { ReviewSaving } from './use-review-draft';

interface ConflictDialogProps {
  readonly open: boolean;
  readonly assignment: Assignment;
  readonly saving: ReviewSaving;
  readonly onClose: () => void;
}

/** An interest that somebody finds out while reading: it ends the review of this file, for good. */
export function ConflictDialog({ open, assignment, saving, onClose }: ConflictDialogProps) {
  const { t } = useTranslation('reviews');
  const { t: shared } = useTranslation('shared');
  const api = useApi();
  const path = usePath();
  const navigate = useNavigate();
  const options = useConflictOptions();
  const [kind, setKind] = useState('');
  const [isMissing, setMissing] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);

  async function declare() {
    const conflictKind = readConflictKind(kind);
    setMissing(conflictKind === null);
    if (conflictKind === null) return;
    try {
      await saving.saver.flush();
      await api(reviews.declareInterest, {
        params: { assignmentId: assignment.id },
        body: { revision: saving.saver.revision, conflictKind },
      });
      await navigate(path('reviews'));
    } catch (error) {
      setProblem(error);
    }
  }

  return (
    <Dialog open={open} onClose={onClose} title={t('conflict.title')}>
      <Stack>
        <p>{t('conflict.text')}</p>
        <ProblemNotice error={problem} />
        <FieldFrame
          id="conflict-kind"
          label={t('conflict.kind')}
          error={isMissing ? t('conflict.kindMissing') : undefined}
          render={(wiring) => (
            <Select
              {...wiring}
              options={options}
              placeholder={t('conflict.choose')}
              value={kind}
              onChange={({ target }) => setKind(target.value)}
            />
          )}
        />
        <ButtonRow>
          <Button tone="danger" onClick={() => void declare()}>
            {t('conflict.declare')}
          </Button>
          <Button tone="quiet" onClick={onClose}>
            {shared('action.cancel')}
          </Button>
        </ButtonRow>
      </Stack>
    </Dialog>
  );
}
