import { Instant, Money, Panel, PlainText, Stack, type SummaryItem, SummaryList } from '@commonlot/ui';
import { useTranslation } from 'react-i18next';
import { Localised } from '../../shared/i18n/localised';
import type { Decision } from './records';
import { OutcomeTag } from './state-tags';

/** The decision for those who read it: what was decided and why. */
export function DecisionText({ decision }: { readonly decision: Decision }) {
  const { t } = useTranslation('decisions');
  const text = (id: 'reason' | 'publicReason' | 'deviationReason'): SummaryItem[] =>
    decision[id] === ''
      ? []
      : [{ id, label: t(`form.${id}`), value: <PlainText lang={decision.language}>{decision[id]}</PlainText> }];
  const criteria = decision.criteria.map(
    (criterion): SummaryItem => ({
      id: criterion.id,
      label: <Localised text={criterion.title} />,
      value: <PlainText lang={decision.language}>{decision.criterionReasons[criterion.id] ?? ''}</PlainText>,
    }),
  );
  return (
    <Panel title={t('decision.title')}>
      <Stack>
        <SummaryList
          stacked
          items={[
            { id: 'outcome', label: t('form.outcome'), value: <OutcomeTag outcome={decision.outcome} /> },
            { id: 'amount', label: t('form.amount'), value: <Money cents={decision.amountCents} /> },
            ...(decision.signedAt === null
              ? []
              : [{ id: 'signed', label: t('decision.signedAt'), value: <Instant at={decision.signedAt} /> }]),
            ...text('reason'),
            ...text('deviationReason'),
            ...criteria,
            ...text('publicReason'),
          ]}
        />
      </Stack>
    </Panel>
  );
}
