import { ledger, type ResponseOf } from '@commonlot/contracts';
import { Button, ButtonRow, type Column, Details, Money, Panel, PlainText, Stack, Table, Tag } from '@commonlot/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRevalidator } from 'react-router';
import { useApi } from '../../shared/api/browser-api';
import { ProblemNotice } from '../../shared/form/problem-notice';
import { OverrunForm } from './overrun-form';

export type Overruns = ResponseOf<typeof ledger.listOverruns>;
type Overrun = Overruns['rows'][number];

const tones = { proposed: 'info', signed: 'success', withdrawn: 'neutral' } as const;

/** What a minister authorised on a line beyond the plan, what waits for a signature, and the form to propose it. */
export function OverrunPanel({ lineId, overruns }: { readonly lineId: string; readonly overruns: Overruns }) {
  const { t } = useTranslation('ledger');
  const { rows, mayPropose } = overruns;
  return (
    <Panel title={t('overrun.title')}>
      <Stack>
        <p>{t('overrun.text')}</p>
        {rows.length === 0 ? <p>{t('overrun.none')}</p> : <OverrunTable rows={rows} />}
        {mayPropose && (
          <Details summary={t('overrun.propose')}>
            {/* A new form after each proposal: its key is used up, and its fields are empty again. */}
            <OverrunForm key={rows.length} lineId={lineId} />
          </Details>
        )}
      </Stack>
    </Panel>
  );
}

function OverrunTable({ rows }: { readonly rows: readonly Overrun[] }) {
  const { t } = useTranslation('ledger');
  const columns: Column<Overrun>[] = [
    { id: 'act', header: t('overrun.act'), rowHeader: true, cell: (row) => row.actReference },
    { id: 'reason', header: t('overrun.reason'), cell: (row) => <PlainText>{row.reason}</PlainText> },
    {
      id: 'state',
      header: t('overrun.stateTitle'),
      cell: (row) => (
        <Stack gap={1}>
          <Tag tone={tones[row.state]}>{t(`overrun.state.${row.state}`)}</Tag>
          <span>{t('overrun.by', { name: row.proposedBy })}</span>
          {row.signedBy !== null && <span>{t('overrun.signedBy', { name: row.signedBy })}</span>}
        </Stack>
      ),
    },
    { id: 'next', header: t('overrun.next'), cell: (row) => <Steps overrun={row} /> },
    {
      id: 'amount',
      header: t('overrun.amount'),
      end: true,
      noWrap: true,
      cell: (row) => <Money cents={row.amountCents} decimals="always" />,
    },
  ];
  return <Table caption={t('overrun.title')} captionHidden columns={columns} rows={rows} rowKey={(row) => row.id} />;
}

function Steps({ overrun }: { readonly overrun: Overrun }) {
  const { t } = useTranslation('ledger');
  const api = useApi();
  const { revalidate } = useRevalidator();
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);

  async function take(step: typeof ledger.signOverrun | typeof ledger.withdrawOverrun) {
    setProblem(null);
    setPending(true);
    try {
      await api(step, { params: { overrunId: overrun.id }, body: { revision: overrun.revision } });
      await revalidate();
    } catch (error) {
      setProblem(error);
    } finally {
      setPending(false);
    }
  }

  return (
    <>
      <ProblemNotice error={problem} />
      <ButtonRow>
        {overrun.may.sign && (
          <Button size="small" pending={pending} onClick={() => void take(ledger.signOverrun)}>
            {t('overrun.sign')}
          </Button>
        )}
        {overrun.may.withdraw && (
          <Button size="small" tone="quiet" pending={pending} onClick={() => void take(ledger.withdrawOverrun)}>
            {t('overrun.withdraw')}
          </Button>
        )}
      </ButtonRow>
    </>
  );
}
