import { Button, ButtonRow, Instant, Money, Panel, PlainText, Stack, SummaryList, Tag } from '@commonlot/ui';
import { useTranslation } from 'react-i18next';
import { usePerson } from '../../shared/session/session';
import type { OpenedMoney } from './award-money-dialog';
import { type AwardMoney, type Reduction, reductionLook } from './award-money-records';

interface ReductionsPanelProps {
  readonly award: AwardMoney;
  readonly onOpen: (opened: OpenedMoney) => void;
}

/** What was taken from an award since its signature, what waits, and what came of it. */
export function ReductionsPanel({ award, onOpen }: ReductionsPanelProps) {
  const { t } = useTranslation('payments');
  return (
    <Panel
      title={t('money.reductions')}
      id="reductions"
      actions={
        award.may.reduce && (
          <Button size="small" onClick={() => onOpen({ step: 'reduce' })}>
            {t('money.action.reduce')}
          </Button>
        )
      }
    >
      <Stack gap={6}>
        {!award.isReleased && <p>{t('money.notReleased')}</p>}
        {award.reductions.length === 0 && <p>{t('money.reductionsNone')}</p>}
        {award.reductions.map((reduction) => (
          <ReductionCard key={reduction.id} reduction={reduction} onOpen={onOpen} />
        ))}
      </Stack>
    </Panel>
  );
}

interface ReductionCardProps {
  readonly reduction: Reduction;
  readonly onOpen: (opened: OpenedMoney) => void;
}

function ReductionCard({ reduction, onOpen }: ReductionCardProps) {
  const { t } = useTranslation('payments');
  const { name } = usePerson();
  const { state, may, closedBy, closedAt, refusal } = reduction;
  const steps = (['confirm', 'refuse', 'withdraw'] as const).filter((step) => may[step]);
  const stateWords = t(`money.reductionState.${state}`);
  return (
    <Stack gap={4}>
      <SummaryList
        items={[
          {
            id: 'amount',
            label: t('money.field.amount'),
            value: (
              <>
                <Money cents={reduction.amountCents} decimals="always" />{' '}
                <Tag {...reductionLook[state]}>{stateWords}</Tag>
              </>
            ),
          },
          { id: 'kind', label: t('money.field.kind'), value: t(`money.reductionKind.${reduction.kind}`) },
          { id: 'reference', label: t('money.field.reference'), value: reduction.reference },
          { id: 'reason', label: t('money.field.reason'), value: <PlainText>{reduction.reason}</PlainText> },
          {
            id: 'proposed',
            label: t('money.proposed', { name: reduction.proposedBy }),
            value: <Instant at={reduction.proposedAt} form="short" />,
          },
          ...(closedBy === null
            ? []
            : [
                {
                  id: 'closed',
                  label: t('money.closed', { state: stateWords, name: closedBy }),
                  value: <Instant at={closedAt} form="short" />,
                },
              ]),
          ...(refusal === null
            ? []
            : [{ id: 'refusal', label: t('money.field.refusal'), value: <PlainText>{refusal}</PlainText> }]),
        ]}
      />
      {state === 'proposed' && reduction.proposedBy === name && <p>{t('money.ownProposal')}</p>}
      {steps.length > 0 && (
        <ButtonRow>
          {steps.map((step) => (
            <Button
              key={step}
              tone={step === 'confirm' ? 'primary' : 'secondary'}
              onClick={() => onOpen({ step, reduction })}
            >
              {t(`money.action.${step}`)}
            </Button>
          ))}
        </ButtonRow>
      )}
    </Stack>
  );
}
