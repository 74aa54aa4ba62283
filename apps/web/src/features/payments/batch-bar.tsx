import { payments } from '@commonlot/contracts';
import { sumCents } from '@commonlot/domain';
import { Button, ButtonRow, type Column, Dialog, Money, Notice, ProgressBar, Stack, Table, Tag } from '@commonlot/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../shared/api/browser-api';
import { useProblemText } from '../../shared/form/problem-notice';
import type { Payment, Step } from './payment-records';
import styles from './payments.module.css';

interface Result {
  readonly payment: Payment;
  /** Null when it worked; else why not, in words. */
  readonly refusal: string | null;
}

interface BatchBarProps {
  readonly rows: readonly Payment[];
  readonly selected: readonly Payment[];
  readonly onSelect: (ids: readonly string[]) => void;
  readonly onDone: () => Promise<void>;
}

/** Several at once: choose, look at what will happen, then see what became of each. Safe to repeat. */
export function BatchBar({ rows, selected, onSelect, onDone }: BatchBarProps) {
  const { t } = useTranslation('payments');
  const [isOpen, setOpen] = useState(false);
  const [results, setResults] = useState<readonly Result[]>([]);
  const free = rows.filter(({ may }) => may.prepare || may.approve);
  const step: Step = free.some(({ may }) => may.prepare) ? 'prepare' : 'approve';
  if (free.length === 0 && results.length === 0) return null;
  return (
    <Stack gap={4}>
      {free.length > 0 && (
        <div className={styles.batch}>
          <p role="status">
            {t('batch.selected', { count: selected.length })}{' '}
            <Money cents={sumCents(selected.map(amountOf))} decimals="always" />
          </p>
          <ButtonRow>
            {selected.length > 0 && (
              <Button tone="primary" size="small" onClick={() => setOpen(true)}>
                {t(`batch.${step}`, { count: selected.length })}
              </Button>
            )}
            <Button size="small" tone="quiet" onClick={() => onSelect(free.map(({ id }) => id))}>
              {t('batch.all', { count: free.length })}
            </Button>
            {selected.length > 0 && (
              <Button size="small" tone="quiet" onClick={() => onSelect([])}>
                {t('batch.clear')}
              </Button>
            )}
          </ButtonRow>
        </div>
      )}
      {results.length > 0 && <Results results={results} />}
      {isOpen && (
        <BatchDialog
          step={step}
          selected={selected}
          onClose={() => setOpen(false)}
          onResults={async (found) => {
            setResults(found);
            setOpen(false);
            onSelect([]);
            await onDone();
          }}
        />
      )}
    </Stack>
  );
}

const amountOf = (payment: Payment) => payment.amountCents;

interface BatchDialogProps {
  readonly step: Step;
  readonly selected: readonly Payment[];
  readonly onClose: () => void;
  readonly onResults: (results: readonly Result[]) => Promise<void>;
}

function BatchDialog({ step, selected, onClose, onResults }: BatchDialogProps) {
  const { t } = useTranslation('payments');
  const { t: shared } = useTranslation('shared');
  const api = useApi();
  const problemText = useProblemText();
  const [done, setDone] = useState<number | null>(null);

  async function run() {
    const results: Result[] = [];
    for (const payment of selected) {
      setDone(results.length);
      const input = { params: { paymentId: payment.id }, body: { revision: payment.revision } };
      try {
        // One after the other: a refusal of one says nothing about the next, and the list keeps its order.
        await api(step === 'prepare' ? payments.preparePayment : payments.approvePayment, input);
        results.push({ payment, refusal: null });
      } catch (error) {
        results.push({ payment, refusal: problemText(error) });
      }
    }
    await onResults(results);
  }

  const actions = (
    <ButtonRow>
      <Button tone="primary" pending={done !== null} onClick={() => void run()}>
        {t(`batch.${step}`, { count: selected.length })}
      </Button>
      {done === null && (
        <Button tone="quiet" onClick={onClose}>
          {shared('action.cancel')}
        </Button>
      )}
    </ButtonRow>
  );
  return (
    <Dialog open wide title={t(`batch.${step}Title`)} onClose={onClose} actions={actions}>
      <Stack gap={4}>
        <p>{t(`batch.${step}Text`)}</p>
        {done !== null && (
          <ProgressBar
            label={t('batch.progress')}
            value={done}
            max={selected.length}
            text={t('batch.progressText', { done, count: selected.length })}
          />
        )}
        <Preview selected={selected} />
      </Stack>
    </Dialog>
  );
}

function Preview({ selected }: { readonly selected: readonly Payment[] }) {
  const { t } = useTranslation('payments');
  const columns: Column<Payment>[] = [
    { id: 'number', header: t('field.number'), rowHeader: true, noWrap: true, cell: (row) => row.number },
    {
      id: 'organisation',
      header: t('field.organisation'),
      cell: (row) => row.organisationName,
      total: t('batch.total'),
    },
    {
      id: 'amount',
      header: t('field.amount'),
      end: true,
      cell: (row) => <Money cents={row.amountCents} decimals="always" />,
      total: <Money cents={sumCents(selected.map(amountOf))} decimals="always" />,
    },
  ];
  return (
    <Table
      caption={t('batch.preview')}
      captionHidden
      dense
      narrow="compact"
      columns={columns}
      rows={selected}
      rowKey={(row) => row.id}
    />
  );
}

/** What became of each; those refused stay in their state and say why. */
function Results({ results }: { readonly results: readonly Result[] }) {
  const { t } = useTranslation('payments');
  const refused = results.filter(({ refusal }) => refusal !== null).length;
  const done = results.length - refused;
  return (
    <Notice
      live
      tone={refused === 0 ? 'success' : 'warning'}
      title={refused === 0 ? t('batch.done', { count: done }) : t('batch.partly', { done, refused })}
    >
      <ul className={styles.results}>
        {results.map(({ payment, refusal }) => (
          <li key={payment.id}>
            <span>
              {payment.number}, {payment.organisationName}
            </span>
            {refusal === null ? (
              <Tag tone="success">{t('batch.ok')}</Tag>
            ) : (
              <span className={styles.blocker}>{refusal}</span>
            )}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
