import { communityShares, sumCents } from '@commonlot/domain';
import { Money, Panel } from '@commonlot/ui';
import { useTranslation } from 'react-i18next';
import styles from './communities-rule.module.css';
import type { PublicPlan } from './records';

/** The first two steps of the rule do not depend on the yearly key, so that any key computes them. */
const anyKey = { numerator: 1, denominator: 2 };

/** Why the Communities get what they get: the rule of art. 62bis, with the amounts of this plan. */
export function CommunitiesRule({ plan }: { readonly plan: PublicPlan }) {
  const { t } = useTranslation('register');
  const lines = plan.lines.filter((line) => line.kind === 'statutory-community');
  if (lines.length === 0) return null;
  const printedCents = sumCents(lines.map((line) => line.subtotalCents));
  const { poolCents, germanSpeakingCents } = communityShares(plan.totalCents, anyKey);
  return (
    <Panel title={t('communities.title')} tone="sunken" id="communities">
      <p>{t('communities.text', { share: '27,44\u00a0%' })}</p>
      <ol className={styles.steps}>
        <li>
          <span>{t('communities.pool', { share: '27,44\u00a0%' })}</span>
          <Money cents={poolCents} />
        </li>
        <li>
          <span>{t('communities.german', { share: '0,8428\u00a0%' })}</span>
          <Money cents={germanSpeakingCents} />
        </li>
        <li>
          <span>{t('communities.rest')}</span>
        </li>
      </ol>
      <p className={styles.check}>
        {printedCents === poolCents ? t('communities.exact') : t('communities.differs')} <Money cents={printedCents} />
      </p>
    </Panel>
  );
}
