import { Button, FieldFrame, Money, MoneyInput, Notice, Stack } from '@commonlot/ui';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '../../../shared/form/problem-notice';
import { UnsavedGuard } from '../../../shared/form/unsaved-guard';
import { useCommentCounts } from '../comments/use-comments';
import type { PlanVersion } from '../plan-state';
import type { EarlierLine } from './earlier-lines';
import { EditorBar } from './editor-bar';
import { FaultList } from './fault-list';
import { LineDetails } from './line-details';
import styles from './line-editor.module.css';
import { LineGrid } from './line-grid';
import { MergeNotice } from './merge-notice';
import { EndingLines } from './predecessors';
import { PromiseNotice } from './promise-notice';
import { RemoveDialog } from './remove-dialog';
import { useGridControl } from './use-grid-control';
import { type PlanDraft, usePlanDraft } from './use-plan-draft';

interface LineEditorProps {
  readonly version: PlanVersion;
  /** Lines of last year, and of the version in force that this one replaces: those that it may continue. */
  readonly earlier?: readonly EarlierLine[];
  /** Told whether there is something that only this browser knows. */
  readonly onUnsaved: (isUnsaved: boolean) => void;
}

const noLines: readonly EarlierLine[] = [];

/** The draft of a plan as a sheet that is typed in; the difference to the total is always in sight. */
export function LineEditor({ version, earlier = noLines, onUnsaved }: LineEditorProps) {
  const draft = usePlanDraft(version);
  const control = useGridControl(draft);
  const comments = useCommentCounts(version.id);
  const mayLeave = useRef(false);
  const [isRefused, setIsRefused] = useState(false);
  const opened = draft.state.present.lines.find((line) => line.key === control.opened);

  const { isDirty } = draft;
  useEffect(() => {
    onUnsaved(isDirty);
    return () => onUnsaved(false);
  }, [onUnsaved, isDirty]);

  async function save() {
    setIsRefused(!(await draft.saving.save()));
  }

  return (
    <Stack gap={4}>
      <ProblemNotice error={draft.saving.problem} />
      <RestoredNotice draft={draft} />
      <MergeNotice draft={draft} />
      <FaultList draft={draft} isRefused={isRefused} onGo={control.go} />
      <div className={styles.top}>
        <Totals draft={draft} />
        <EditorBar draft={draft} control={control} onSave={() => void save()} />
      </div>
      <LineGrid draft={draft} control={control} comments={comments} />
      <PromiseNotice draft={draft} earlier={earlier} year={version.year} />
      <EndingLines draft={draft} earlier={earlier} />
      {opened !== undefined && (
        <LineDetails
          key={opened.key}
          versionId={version.id}
          draft={draft}
          control={control}
          line={opened}
          earlier={earlier}
          comments={comments}
        />
      )}
      <RemoveDialog draft={draft} control={control} />
      <UnsavedGuard isDirty={isDirty} mayLeave={mayLeave} />
    </Stack>
  );
}

interface DraftProps {
  readonly draft: PlanDraft;
}

function Totals({ draft }: DraftProps) {
  const { t } = useTranslation('plan');
  const { state, dispatch, reading } = draft;
  return (
    <div className={styles.totals}>
      <FieldFrame
        id="total"
        label={t('field.total')}
        error={reading.totalCents === null ? t('import.totalWrong') : undefined}
        render={(wiring) => (
          <MoneyInput
            value={state.present.total}
            onChange={(total) =>
              dispatch({
                type: 'change',
                tag: 'total',
                apply: (now) => (now.total === total ? now : { ...now, total }),
              })
            }
            {...wiring}
          />
        )}
      />
      <p className={styles.difference} role="status">
        {t('field.unassigned')}{' '}
        <strong>
          <Money cents={reading.unassignedCents} decimals="always" />
        </strong>
      </p>
    </div>
  );
}

function RestoredNotice({ draft }: DraftProps) {
  const { t } = useTranslation('plan');
  if (!draft.state.isRestored || !draft.isDirty) return null;
  return (
    <Notice
      live
      title={t('editor.restored')}
      actions={
        <Button size="small" onClick={() => draft.dispatch({ type: 'discard' })}>
          {t('editor.discard')}
        </Button>
      }
    >
      {t('editor.restoredText')}
    </Notice>
  );
}
