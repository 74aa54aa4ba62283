import { plan } from '@commonlot/contracts';
import { openPlanSteps, type PlanStepKind } from '@commonlot/domain';
import { Button, ButtonRow, Notice, Panel, Stack } from '@commonlot/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRevalidator } from 'react-router';
import { useApi } from '../../../shared/api/browser-api';
import { ProblemNotice } from '../../../shared/form/problem-notice';
import type { PlanVersion } from '../plan-state';
import { DecreeDialog, ReturnDialog } from './approval-dialogs';
import { ConfigureDialog, RecordDialog } from './chain-dialogs';
import { EarlierSteps } from './earlier-steps';
import { PlanChain } from './plan-chain';

type Opened = 'return' | 'force' | 'configure' | PlanStepKind | null;

interface PlanStepsProps {
  readonly version: PlanVersion;
  /** Lines were typed and not saved: what would be submitted is not what the reader sees. */
  readonly isUnsaved: boolean;
}

/** What the reader may do with the version now, and the way that it goes to its decree. */
export function PlanSteps({ version, isUnsaved }: PlanStepsProps) {
  const { t } = useTranslation('plan');
  const [isTold, setIsTold] = useState(false);
  const api = useApi();
  const { pending, problem, attempt, forget } = useAttempt();
  const [opened, setOpened] = useState<Opened>(null);
  const open = (next: Opened) => {
    forget();
    setOpened(next);
  };
  const { may } = version;
  const params = { versionId: version.id };
  const body = { revision: version.revision };
  const waits = version.state === 'approved' && openPlanSteps(version.steps).length > 0;

  return (
    <Stack gap={6}>
      <Panel title={t('steps.title')} tone="sunken">
        <Stack gap={4}>
          <p>{t(waits ? 'steps.waits' : `steps.${version.state}`)}</p>
          {opened === null && <ProblemNotice error={problem} />}
          {isTold && isUnsaved && (
            <Notice live tone="warning">
              {t('steps.saveFirst')}
            </Notice>
          )}
          <ButtonRow>
            {may.submit && (
              <Button
                tone="primary"
                pending={pending}
                onClick={() => {
                  setIsTold(isUnsaved);
                  if (!isUnsaved) void attempt(() => api(plan.submitPlanVersion, { params, body }));
                }}
              >
                {t('steps.submit')}
              </Button>
            )}
            {may.approve && (
              <Button
                tone="primary"
                pending={pending}
                onClick={() => void attempt(() => api(plan.approvePlanVersion, { params, body }))}
              >
                {t('steps.approve')}
              </Button>
            )}
            {may.enterIntoForce && (
              <Button tone="primary" onClick={() => open('force')}>
                {t('steps.enterIntoForce')}
              </Button>
            )}
            {may.sendBack && <Button onClick={() => open('return')}>{t('steps.sendBack')}</Button>}
          </ButtonRow>
        </Stack>
      </Panel>
      <Panel
        title={t('chain.title')}
        actions={
          may.configureSteps && (
            <Button size="small" tone="quiet" onClick={() => open('configure')}>
              {t('chain.configure')}
            </Button>
          )
        }
      >
        <PlanChain version={version} onRecord={open} />
        <EarlierSteps steps={version.earlierSteps} />
      </Panel>
      <StepDialogs version={version} opened={opened} problem={problem} attempt={attempt} onClose={() => open(null)} />
    </Stack>
  );
}

type Attempt = (change: () => Promise<unknown>) => Promise<boolean>;

/** Tries a change, shows the version anew, and keeps the refusal where there is one. */
function useAttempt() {
  const { revalidate } = useRevalidator();
  const [problem, setProblem] = useState<unknown>(null);
  const [pending, setPending] = useState(false);
  const attempt: Attempt = async (change) => {
    setProblem(null);
    setPending(true);
    try {
      await change();
      await revalidate();
      return true;
    } catch (error) {
      setProblem(error);
      return false;
    } finally {
      setPending(false);
    }
  };
  return { pending, problem, attempt, forget: () => setProblem(null) };
}

interface StepDialogsProps {
  readonly version: PlanVersion;
  readonly opened: Opened;
  readonly problem: unknown;
  readonly attempt: Attempt;
  readonly onClose: () => void;
}

function StepDialogs({ version, opened, problem, attempt, onClose }: StepDialogsProps) {
  const api = useApi();
  if (opened === null) return null;
  const params = { versionId: version.id };
  const { revision } = version;
  const common = { problem, onClose };
  const send = async (change: () => Promise<unknown>) => {
    if (await attempt(change)) onClose();
  };
  switch (opened) {
    case 'return':
      return (
        <ReturnDialog
          {...common}
          onSend={(reason) => send(() => api(plan.sendBackPlanVersion, { params, body: { revision, reason } }))}
        />
      );
    case 'force':
      return (
        <DecreeDialog
          {...common}
          isDefinitive={version.stage === 'definitive'}
          onSend={(decree) =>
            send(() => api(plan.enterPlanVersionIntoForce, { params, body: { revision, ...decree } }))
          }
        />
      );
    case 'configure':
      return (
        <ConfigureDialog
          {...common}
          steps={version.steps}
          onSend={(required) => send(() => api(plan.savePlanSteps, { params, body: { revision, required } }))}
        />
      );
    default:
      return (
        <RecordDialog
          {...common}
          step={version.steps.find(({ kind }) => kind === opened)}
          kind={opened}
          onSend={(done) =>
            send(() => api(plan.recordPlanStep, { params: { ...params, kind: opened }, body: { revision, ...done } }))
          }
        />
      );
  }
}
