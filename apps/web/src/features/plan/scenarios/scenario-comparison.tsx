import { type Column, Money, Table } from '@commonlot/ui';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../../shared/i18n/use-language';
import type { PlanVersion } from '../plan-state';
import styles from './scenario.module.css';
import { Change } from './scenario-change';
import { type ChangedLine, labelOf, outcomeOf, type Scenario } from './scenario-plan';

interface ScenarioComparisonProps {
  readonly version: PlanVersion;
  readonly scenarios: readonly Scenario[];
}

/** The draft and its scenarios side by side, line by line. */
export function ScenarioComparison({ version, scenarios }: ScenarioComparisonProps) {
  const { t } = useTranslation('plan');
  const language = useLanguage();
  const outcomes = scenarios.map((scenario) => {
    const outcome = outcomeOf(version, scenario.adjustments);
    return { scenario, outcome, byCode: new Map(outcome.changes.map((change) => [change.code, change])) };
  });
  const draft = outcomeOf(version, []).changes;
  const columns: Column<ChangedLine>[] = [
    {
      id: 'label',
      header: t('field.label'),
      rowHeader: true,
      total: t('field.total'),
      cell: ({ code, line }) => {
        const { text, lang } = labelOf(line, language);
        return (
          <>
            {code} <span lang={lang}>{text}</span>
          </>
        );
      },
    },
    {
      id: 'draft',
      header: t('scenario.draft'),
      end: true,
      noWrap: true,
      cell: ({ before, wasPm }) => <Money cents={before} isPm={wasPm} />,
      total: <Money cents={version.totalCents} />,
    },
    ...outcomes.map(
      ({ scenario, outcome, byCode }): Column<ChangedLine> => ({
        id: scenario.id,
        header: scenario.name,
        end: true,
        noWrap: true,
        cell: ({ code }) => <Compared change={byCode.get(code)} />,
        total: <Money cents={outcome.totalCents} />,
      }),
    ),
  ];
  return (
    <Table
      caption={t('scenario.comparison')}
      captionHidden
      dense
      narrow="scroll"
      columns={columns}
      rows={draft}
      rowKey={({ code }) => code}
      level={({ code }) => Math.min(code.split('.').length - 1, 4)}
    />
  );
}

function Compared({ change }: { readonly change: ChangedLine | undefined }) {
  if (change === undefined) return null;
  if (change.before === change.after) return <span className={styles.same}>=</span>;
  return (
    <span className={styles.compared}>
      <Money cents={change.after} />
      <Change {...change} />
    </span>
  );
}
