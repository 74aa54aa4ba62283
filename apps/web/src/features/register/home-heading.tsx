import { formatDay } from '@commonlot/domain';
import { Money, UiLink } from '@commonlot/ui';
import { useTranslation } from 'react-i18next';
import { Localised } from '../../shared/i18n/localised';
import { useLanguage, usePath } from '../../shared/i18n/use-language';
import styles from './home-heading.module.css';
import { largestLines, lineAnchor, linesInTree } from './plan-tree';
import type { PublicPlan } from './records';
import { StageTag } from './stage-tag';

/** The answer before anything else: the total of the plan, exact, as large as the page allows. */
export function HomeHeading({ plan }: { readonly plan: PublicPlan | null }) {
  const { t } = useTranslation('register');
  const language = useLanguage();
  const path = usePath();
  if (plan === null) {
    return (
      <header className={styles.header}>
        <h1 id="page-title" tabIndex={-1}>
          {t('home.title')}
        </h1>
      </header>
    );
  }
  const { year } = plan;
  return (
    <header className={styles.header} data-answered>
      <div className={styles.main}>
        <p className={styles.question}>{t('home.title')}</p>
        <h1 id="page-title" tabIndex={-1} className={styles.answer}>
          <span className={styles.total}>
            <Money cents={plan.totalCents} />
          </span>{' '}
          <span className={styles.claim}>{t('home.claim', { year })}</span>
        </h1>
        <p className={styles.lede}>{t('home.lede')}</p>
        <p className={styles.source}>
          <UiLink href={path('plan', { year })}>{t('home.wholePlan', { year })}</UiLink>
          <UiLink href={path('plan-years')}>{t('years.link')}</UiLink>
          <StageTag stage={plan.stage} />
          <span>{t('plan.decreeOf', { day: formatDay(plan.decreeOn, language) })}</span>
        </p>
      </div>
      <LargestLines plan={plan} />
    </header>
  );
}

const linesShown = 5;

/** The answer in words: who receives the most. */
function LargestLines({ plan }: { readonly plan: PublicPlan }) {
  const { t } = useTranslation('register');
  const page = usePath()('plan', { year: plan.year });
  const lines = largestLines(linesInTree(plan.lines), linesShown);
  return (
    <section className={styles.largest} aria-labelledby="largest">
      <h2 id="largest">{t('home.largest')}</h2>
      <ol>
        {lines.map((line) => (
          <li key={line.lineId}>
            <UiLink href={`${page}#${lineAnchor(line.code)}`}>
              <Localised text={line.label} />
            </UiLink>
            <Money cents={line.subtotalCents} />
          </li>
        ))}
      </ol>
    </section>
  );
}
