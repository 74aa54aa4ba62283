import { formatStructuredCommunication } from '@commonlot/domain';
import {
  Button,
  ButtonRow,
  type Column,
  Day,
  Instant,
  Money,
  Panel,
  PlainText,
  Stack,
  SummaryList,
  Table,
  Tag,
} from '@commonlot/ui';
import { useTranslation } from 'react-i18next';
import type { OpenedMoney } from './award-money-dialog';
import { type AwardMoney, type Repayment, repaymentLook } from './award-money-records';

interface RepaymentsPanelProps {
  readonly award: AwardMoney;
  readonly onOpen: (opened: OpenedMoney) => void;
}

/** What is asked back of an award, until when, and what came in. */
export function RepaymentsPanel({ award, onOpen }: RepaymentsPanelProps) {
  const { t } = useTranslation('payments');
  return (
    <Panel
      title={t('money.repayments')}
      id="repayments"
      actions={
        award.may.askBack && (
          <Button size="small" onClick={() => onOpen({ step: 'askBack' })}>
            {t('money.action.askBack')}
          </Button>
        )
      }
    >
      <Stack gap={6}>
        {award.repayments.length === 0 && <p>{t('money.repaymentsNone')}</p>}
        {award.repayments.map((repayment) => (
          <RepaymentCard key={repayment.id} repayment={repayment} onOpen={onOpen} />
        ))}
      </Stack>
    </Panel>
  );
}

interface RepaymentCardProps {
  readonly repayment: Repayment;
  readonly onOpen: (opened: OpenedMoney) => void;
}

function RepaymentCard({ repayment, onOpen }: RepaymentCardProps) {
  const { t } = useTranslation('payments');
  const { number, may, receipts } = repayment;
  const steps = (['receive', 'waive'] as const).filter((step) => may[step]);
  return (
    <Panel title={number} level={3} tone="raised">
      <Stack gap={4}>
        <RepaymentFacts repayment={repayment} />
        {receipts.length > 0 && <Receipts number={number} receipts={receipts} />}
        {steps.length > 0 && (
          <ButtonRow>
            {steps.map((step) => (
              <Button
                key={step}
                tone={step === 'receive' ? 'primary' : 'secondary'}
                onClick={() => onOpen({ step, repayment })}
              >
                {t(`money.action.${step}`)}
              </Button>
            ))}
          </ButtonRow>
        )}
      </Stack>
    </Panel>
  );
}

function RepaymentFacts({ repayment }: { readonly repayment: Repayment }) {
  const { t } = useTranslation('payments');
  const { state, waivedBy, waivedAt, waiver } = repayment;
  const amount = (
    <>
      <Money cents={repayment.amountCents} decimals="always" />{' '}
      <Tag {...repaymentLook[state]}>{t(`money.repaymentState.${state}`)}</Tag>{' '}
      {repayment.isOverdue && (
        <Tag tone="warning" icon="attention">
          {t('money.overdue')}
        </Tag>
      )}
    </>
  );
  return (
    <SummaryList
      items={[
        { id: 'amount', label: t('money.field.amount'), value: amount },
        { id: 'open', label: t('money.field.open'), value: <Money cents={repayment.openCents} decimals="always" /> },
        { id: 'due', label: t('money.field.due'), value: <Day on={repayment.dueOn} weekday /> },
        {
          id: 'communication',
          label: t('money.field.communication'),
          value: formatStructuredCommunication(repayment.communication),
        },
        { id: 'kind', label: t('money.field.kind'), value: t(`money.repaymentKind.${repayment.kind}`) },
        { id: 'reason', label: t('money.field.reason'), value: <PlainText>{repayment.reason}</PlainText> },
        {
          id: 'asked',
          label: t('money.asked', { name: repayment.askedBy }),
          value: <Instant at={repayment.askedAt} form="short" />,
        },
        ...(waivedBy === null
          ? []
          : [
              {
                id: 'waived',
                label: t('money.waivedBy', { name: waivedBy }),
                value: <Instant at={waivedAt} form="short" />,
              },
              { id: 'waiver', label: t('money.field.waiver'), value: <PlainText>{waiver ?? ''}</PlainText> },
            ]),
      ]}
    />
  );
}

type Receipt = Repayment['receipts'][number];

function Receipts({ number, receipts }: { readonly number: string; readonly receipts: readonly Receipt[] }) {
  const { t } = useTranslation('payments');
  const columns: Column<Receipt>[] = [
    {
      id: 'on',
      header: t('money.field.receivedOn'),
      rowHeader: true,
      noWrap: true,
      cell: (row) => <Day on={row.receivedOn} />,
    },
    { id: 'reference', header: t('money.field.reference2'), cell: (row) => row.bankReference },
    { id: 'by', header: t('money.field.recordedBy'), cell: (row) => row.recordedBy },
    {
      id: 'amount',
      header: t('money.field.amount'),
      end: true,
      cell: (row) => <Money cents={row.amountCents} decimals="always" />,
    },
  ];
  return (
    <Table caption={t('money.receipts', { number })} dense columns={columns} rows={receipts} rowKey={(row) => row.id} />
  );
}
