import { Card, Grid, Instant, Money, Tag } from '@commonlot/ui';
import { useTranslation } from 'react-i18next';
import { useLanguage, usePath } from '../../../shared/i18n/use-language';
import type { PlanVersion } from '../plan-state';
import styles from './scenario.module.css';
import { Change } from './scenario-change';
import { biggestChanges, labelOf, outcomeOf, relativeText, type Scenario } from './scenario-plan';

interface ScenarioCardsProps {
  readonly version: PlanVersion;
  readonly scenarios: readonly Scenario[];
}

/** Each scenario with what it makes of the total, what it leaves open, and what it changes most. */
export function ScenarioCards({ version, scenarios }: ScenarioCardsProps) {
  return (
    <Grid min="19rem">
      {scenarios.map((scenario) => (
        <ScenarioCard key={scenario.id} version={version} scenario={scenario} />
      ))}
    </Grid>
  );
}

function ScenarioCard({ version, scenario }: { readonly version: PlanVersion; readonly scenario: Scenario }) {
  const { t } = useTranslation('plan');
  const language = useLanguage();
  const path = usePath();
  const href = path('plan-scenario', { versionId: version.id, scenarioId: scenario.id });
  if (scenario.adoptedAt !== null) {
    return (
      <Card title={scenario.name} href={href} meta={<Tag tone="success">{t('scenario.adopted')}</Tag>}>
        <p className={styles.hint}>
          {t('scenario.adoptedBy', { name: scenario.adoptedBy })} <Instant at={scenario.adoptedAt} form="short" />
        </p>
      </Card>
    );
  }
  const outcome = outcomeOf(version, scenario.adjustments);
  const changes = biggestChanges(outcome, 3);
  return (
    <Card
      title={scenario.name}
      href={href}
      meta={outcome.faults.length > 0 && <Tag tone="warning">{t('scenario.unfit')}</Tag>}
      footer={<span className={styles.hint}>{t('scenario.by', { name: scenario.author })}</span>}
    >
      <dl className={styles.figures}>
        <dt>{t('field.total')}</dt>
        <dd>
          <Money cents={outcome.totalCents} /> {relativeText(version.totalCents, outcome.totalCents)}
        </dd>
        <dt>{t('field.unassigned')}</dt>
        <dd>
          <Money cents={outcome.unassignedCents} />
        </dd>
      </dl>
      {changes.length === 0 ? (
        <p className={styles.hint}>{t('scenario.nothingChanges')}</p>
      ) : (
        <ul className={styles.biggest} aria-label={t('scenario.biggest')}>
          {changes.map((change) => {
            const { text, lang } = labelOf(change.line, language);
            return (
              <li key={change.code}>
                <span lang={lang}>{text}</span> <Change {...change} />
              </li>
            );
          })}
        </ul>
      )}
    </Card>
  );
}
