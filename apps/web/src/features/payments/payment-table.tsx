import { maskIban } from '@commonlot/domain';
import { Choice, type Column, Day, Money, None, Table, UiLink } from '@commonlot/ui';
import { useTranslation } from 'react-i18next';
import { usePath } from '../../shared/i18n/use-language';
import { PaymentActions } from './payment-actions';
import { PaymentNotes } from './payment-notes';
import type { Payment, PaymentState } from './payment-records';
import styles from './payments.module.css';

interface PaymentTableProps {
  readonly rows: readonly Payment[];
  readonly state: PaymentState;
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (ids: ReadonlySet<string>) => void;
  readonly onOpen: (step: 'return' | 'confirm', payment: Payment) => void;
}

/** One state of payments: whom, how much, when, to which account, and what stands in the way. */
export function PaymentTable({ rows, state, chosen, onChoose, onOpen }: PaymentTableProps) {
  const { t } = useTranslation('payments');
  const path = usePath();
  const mayChoose = rows.some(({ may }) => may.prepare || may.approve);
  const choose = (id: string, isChosen: boolean) => {
    const others = [...chosen].filter((each) => each !== id);
    onChoose(new Set(isChosen ? [...others, id] : others));
  };
  const select: Column<Payment> = {
    id: 'select',
    header: t('field.select'),
    cell: (row) =>
      (row.may.prepare || row.may.approve) && (
        <Choice
          type="checkbox"
          id={`choose-${row.id}`}
          label={t('choose', { number: row.number })}
          labelHidden
          checked={chosen.has(row.id)}
          onChange={(event) => choose(row.id, event.target.checked)}
        />
      ),
  };
  const columns: Column<Payment>[] = [
    ...(mayChoose ? [select] : []),
    {
      id: 'number',
      header: t('field.number'),
      rowHeader: true,
      noWrap: true,
      cell: (row) => <UiLink href={path('award-money', { decisionId: row.decisionId })}>{row.number}</UiLink>,
    },
    {
      id: 'organisation',
      header: t('field.organisation'),
      cell: (row) => (
        <div className={styles.who}>
          <UiLink href={path('work-organisation', { organisationId: row.organisationId })}>
            {row.organisationName}
          </UiLink>
          <span className={styles.what}>
            {row.title} · {t('line', { code: row.lineCode })}
          </span>
          <PaymentNotes payment={row} />
        </div>
      ),
    },
    { id: 'account', header: t('field.account'), noWrap: true, cell: (row) => <Account iban={row.iban} /> },
    {
      id: 'due',
      header: t(state === 'paid' ? 'field.paidOn' : 'field.due'),
      noWrap: true,
      cell: (row) => <Day on={state === 'paid' ? row.paidOn : row.dueOn} />,
    },
    {
      id: 'amount',
      header: t('field.amount'),
      end: true,
      cell: (row) => <Money cents={row.amountCents} decimals="always" />,
    },
    // Who may take no step sees no column for it.
    ...(rows.every(({ may }) => !Object.values(may).includes(true))
      ? []
      : [
          {
            id: 'actions',
            header: t('field.next'),
            end: true,
            cell: (row: Payment) => <PaymentActions payment={row} onOpen={onOpen} />,
          },
        ]),
  ];
  return (
    <Table
      caption={t('caption', { state: t(`state.${state}`) })}
      captionHidden
      dense
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
    />
  );
}

/** The account, never in full on a screen of lists. */
function Account({ iban }: { readonly iban: string | null }) {
  if (iban === null) return <None />;
  return <span className={styles.account}>{iban.includes('•') || iban.includes('*') ? iban : maskIban(iban)}</span>;
}
