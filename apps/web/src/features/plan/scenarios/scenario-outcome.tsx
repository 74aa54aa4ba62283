import { DataFigure, DataFigures, Details, Money, Notice, Stack } from '@commonlot/ui';
import { useTranslation } from 'react-i18next';
import type { PlanVersion } from '../plan-state';
import { PairedBars } from './paired-bars';
import styles from './scenario.module.css';
import { Change } from './scenario-change';
import { type Outcome, relativeText, rubricsOf } from './scenario-plan';
import { ScenarioTable } from './scenario-table';
import { useFaultText } from './scenario-words';

interface ScenarioOutcomeProps {
  readonly version: PlanVersion;
  readonly outcome: Outcome;
  readonly name: string;
  /** Where an adjustment stands in the form, by its place among those that could be read. */
  readonly placeOf?: (adjustment: number) => number;
}

/** What the plan becomes: its total, a picture and a table by rubric, and every line. */
export function ScenarioOutcome({ version, outcome, name, placeOf }: ScenarioOutcomeProps) {
  const { t } = useTranslation('plan');
  const faultText = useFaultText();
  const totals = { before: version.totalCents, after: outcome.totalCents };
  const rubrics = rubricsOf(outcome);
  return (
    <Stack gap={5}>
      <DataFigures>
        <DataFigure
          size="large"
          value={<Money cents={outcome.totalCents} />}
          label={t('field.total')}
          note={
            <>
              <Change {...totals} /> {relativeText(totals.before, totals.after)}
            </>
          }
        />
        <DataFigure
          value={<Money cents={outcome.unassignedCents} />}
          label={t('field.unassigned')}
          note={outcome.unassignedCents === 0 ? t('balanced') : t('scenario.notBalanced')}
        />
      </DataFigures>
      {outcome.faults.length > 0 && (
        <Notice tone="warning" title={t('scenario.faults')}>
          <ul>
            {outcome.faults.map((fault) => (
              <li key={`${fault.adjustment}:${fault.code}:${fault.lineCode}`}>{faultText(fault, placeOf)}</li>
            ))}
          </ul>
        </Notice>
      )}
      <div className={styles.beside}>
        <PairedBars rubrics={rubrics} name={name} />
        <ScenarioTable caption={t('scenario.rubrics')} rows={rubrics} />
      </div>
      <Details summary={t('scenario.allLines')} open>
        <ScenarioTable caption={t('lines')} rows={outcome.changes} isTree totals={totals} />
      </Details>
    </Stack>
  );
}
