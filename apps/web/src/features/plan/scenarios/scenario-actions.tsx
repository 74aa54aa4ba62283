import { plan } from '@commonlot/contracts';
import { formatEuros } from '@commonlot/domain';
import { Button, ButtonRow, Dialog, Panel, Stack } from '@commonlot/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useApi } from '../../../shared/api/browser-api';
import { ProblemNotice } from '../../../shared/form/problem-notice';
import { useLanguage, usePath } from '../../../shared/i18n/use-language';
import type { PlanVersion } from '../plan-state';
import { biggestChanges, type Outcome, type Scenario } from './scenario-plan';
import { ScenarioTable } from './scenario-table';

interface ScenarioActionsProps {
  readonly version: PlanVersion;
  readonly scenario: Scenario;
  readonly outcome: Outcome;
}

type Opened = 'adopt' | 'remove' | null;

/** Adopt the scenario as it was saved, or throw it away; both ask once more. */
export function ScenarioActions({ version, scenario, outcome }: ScenarioActionsProps) {
  const { t } = useTranslation('plan');
  const { t: shared } = useTranslation('shared');
  const api = useApi();
  const navigate = useNavigate();
  const path = usePath();
  const [opened, setOpened] = useState<Opened>(null);
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const params = { scenarioId: scenario.id };
  const { revision } = scenario;
  const isAdopted = scenario.adoptedAt !== null;
  const isFit = outcome.faults.length === 0 && scenario.adjustments.length > 0;

  async function attempt(change: () => Promise<unknown>, next: string) {
    setProblem(null);
    setPending(true);
    try {
      await change();
      await navigate(next);
    } catch (error) {
      setProblem(error);
    } finally {
      setPending(false);
    }
  }
  const adopt = () => api(plan.adoptPlanScenario, { params, body: { revision, versionRevision: version.revision } });
  const remove = () => api(plan.removePlanScenario, { params, query: { revision } });
  const open = (dialog: Opened) => {
    setProblem(null);
    setOpened(dialog);
  };
  const versionPath = path('plan-version', { versionId: version.id });
  const listPath = path('plan-scenarios', { versionId: version.id });
  return (
    <Panel title={t(isAdopted ? 'scenario.remove' : 'scenario.decide')} tone="sunken">
      <Stack gap={4}>
        <p>{t(isAdopted ? 'scenario.adoptedText' : isFit ? 'scenario.decideText' : 'scenario.unfitText')}</p>
        <ButtonRow>
          {isFit && !isAdopted && (
            <Button tone="primary" onClick={() => open('adopt')}>
              {t('scenario.adopt')}
            </Button>
          )}
          <Button onClick={() => open('remove')}>{t('scenario.remove')}</Button>
        </ButtonRow>
      </Stack>
      <Dialog
        wide
        open={opened === 'adopt'}
        onClose={() => setOpened(null)}
        title={t('scenario.adoptTitle', { name: scenario.name })}
        actions={
          <>
            <Button tone="primary" pending={pending} onClick={() => void attempt(adopt, versionPath)}>
              {t('scenario.adopt')}
            </Button>
            <Button onClick={() => setOpened(null)}>{shared('action.cancel')}</Button>
          </>
        }
      >
        <AdoptionText version={version} outcome={outcome} />
        <ProblemNotice error={problem} />
      </Dialog>
      <Dialog
        open={opened === 'remove'}
        onClose={() => setOpened(null)}
        title={t('scenario.removeTitle', { name: scenario.name })}
        actions={
          <>
            <Button tone="danger" pending={pending} onClick={() => void attempt(remove, listPath)}>
              {t('scenario.remove')}
            </Button>
            <Button onClick={() => setOpened(null)}>{shared('action.cancel')}</Button>
          </>
        }
      >
        <p>{t('scenario.removeText')}</p>
        <ProblemNotice error={problem} />
      </Dialog>
    </Panel>
  );
}

/** What the draft will be after the adoption: its total, how many lines change, and those that change most. */
function AdoptionText({ version, outcome }: Pick<ScenarioActionsProps, 'version' | 'outcome'>) {
  const { t } = useTranslation('plan');
  const language = useLanguage();
  const changed = biggestChanges(outcome, outcome.changes.length);
  const euros = (amount: typeof version.totalCents) => formatEuros(amount, language);
  return (
    <Stack gap={3}>
      <p>
        {version.totalCents === outcome.totalCents
          ? t('scenario.sameTotal', { total: euros(version.totalCents) })
          : t('scenario.newTotal', { from: euros(version.totalCents), to: euros(outcome.totalCents) })}{' '}
        {t('scenario.changedLines', { count: changed.length })}{' '}
        {outcome.unassignedCents !== 0 && t('scenario.staysOpen', { amount: euros(outcome.unassignedCents) })}
      </p>
      {changed.length > 0 && <ScenarioTable caption={t('scenario.biggest')} rows={changed.slice(0, 8)} />}
      <p>{t('scenario.adoptText')}</p>
    </Stack>
  );
}
