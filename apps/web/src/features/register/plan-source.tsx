import { Instant, Panel, SummaryList } from '@commonlot/ui';
import { useTranslation } from 'react-i18next';
import { LocalisedParagraphs } from '../../shared/i18n/localised';
import type { PublicPlan } from './records';

/** Where the figures of this version come from, and what the office says about them. */
export function PlanSource({ plan }: { readonly plan: PublicPlan }) {
  const { t } = useTranslation('register');
  return (
    <Panel title={t('plan.about')}>
      <SummaryList
        items={[
          { id: 'decree', label: t('plan.decree'), value: plan.decreeReference },
          ...(plan.accountsReference === null
            ? []
            : [{ id: 'accounts', label: t('plan.accounts'), value: plan.accountsReference }]),
          { id: 'force', label: t('plan.inForceAt'), value: <Instant at={plan.inForceAt} form="short" /> },
          ...(plan.source === '' ? [] : [{ id: 'source', label: t('plan.source'), value: plan.source }]),
          ...(plan.remark === null
            ? []
            : [{ id: 'remark', label: t('plan.remark'), value: <LocalisedParagraphs text={plan.remark} /> }]),
        ]}
      />
    </Panel>
  );
}
