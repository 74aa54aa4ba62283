import { Money, Panel, UiLink } from '@commonlot/ui';
import { useTranslation } from 'react-i18next';
import { usePath } from '../../shared/i18n/use-language';
import { choiceText, usualChoice } from './difference-choice';
import styles from './plan-versions.module.css';
import type { PlanHead, PublicPlan } from './records';
import { StageTag } from './stage-tag';

/** Leads to what changed: since the version before it, or for the first of a year since the plan of the year before. */
function Since({ version, plan }: { readonly version: PlanHead; readonly plan: PublicPlan }) {
  const { t } = useTranslation('register');
  const path = usePath();
  const choice = usualChoice({ ...plan, number: version.number });
  const isOfOtherYear = choice.year !== plan.year;
  const before = isOfOtherYear ? null : plan.versions.find(({ number }) => number === choice.number);
  if (before?.number === version.number) return null;
  const words = isOfOtherYear
    ? t('since.year', { year: choice.year })
    : before?.stage === 'provisional' && version.stage === 'definitive'
      ? t('since.provisional')
      : t('since.version', { number: choice.number });
  return (
    <p className={styles.facts}>
      <UiLink
        href={path('plan-difference', {
          to: choiceText({ year: plan.year, number: version.number }),
          from: choiceText(choice),
        })}
      >
        {words}
      </UiLink>
    </p>
  );
}

/** What was ever in force stays readable: the other versions of this year, and the other years. */
export function PlanVersions({ plan }: { readonly plan: PublicPlan }) {
  const { t } = useTranslation('register');
  const path = usePath();
  const { year } = plan;
  return (
    <div className={styles.columns}>
      <Panel title={t('plan.versions', { year })}>
        <ul className={styles.versions}>
          {plan.versions.map((version) => {
            const isShown = version.number === plan.number;
            const href = path('plan', { year }, { version: version.isCurrent ? null : version.number });
            return (
              <li key={version.number}>
                <p className={styles.name}>
                  <UiLink href={href} aria-current={isShown ? 'page' : undefined}>
                    {t('plan.version', { number: version.number })}
                  </UiLink>
                  <StageTag stage={version.stage} />
                  {version.isCurrent && <span>{t('plan.inForce')}</span>}
                </p>
                <p className={styles.facts}>
                  <Money cents={version.totalCents} />
                  <span>{version.decreeReference}</span>
                </p>
                <Since version={version} plan={plan} />
              </li>
            );
          })}
        </ul>
      </Panel>
      <Panel title={t('plan.years')}>
        <ul className={styles.years}>
          {plan.years.toReversed().map((each) => (
            <li key={each}>
              <UiLink href={path('plan', { year: each })} aria-current={each === year ? 'page' : undefined}>
                {each}
              </UiLink>
            </li>
          ))}
        </ul>
        <p>
          <UiLink href={path('plan-years')}>{t('years.link')}</UiLink>
        </p>
      </Panel>
    </div>
  );
}
