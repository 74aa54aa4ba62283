import { ledger } from '@commonlot/contracts';
import { addDays, dayAfterMonth } from '@commonlot/domain';
import { Button, type Column, Money, Notice, Stack, Table, Tag, UiLink } from '@commonlot/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRevalidator } from 'react-router';
import { useApi, useFormKey } from '../../shared/api/browser-api';
import { ProblemNotice } from '../../shared/form/problem-notice';
import { usePath } from '../../shared/i18n/use-language';
import type { YearClosing } from './year-closing';

type Month = YearClosing['months'][number];

const tones = { closed: 'success', next: 'info', waiting: 'neutral', running: 'neutral' } as const;

/** The months with what was put down when they were closed; the next one is closed from here. */
export function MonthTable({ closing }: { readonly closing: YearClosing }) {
  const { t } = useTranslation('ledger');
  const path = usePath();
  const { year, months, may } = closing;
  const nameOf = ({ month }: Month) => t(`closing.name.${month}`);
  const figure = (id: 'committed' | 'paid' | 'available'): Column<Month> => ({
    id,
    header: t(`figure.${id}`),
    end: true,
    noWrap: true,
    cell: (row) => row.closing && <Money cents={row.closing.figures[`${id}Cents`]} />,
  });
  const columns: Column<Month>[] = [
    {
      id: 'month',
      header: t('closing.month'),
      rowHeader: true,
      cell: (row) =>
        row.closing === null ? (
          nameOf(row)
        ) : (
          <UiLink href={path('year-ledger', { year }, { on: addDays(dayAfterMonth(year, row.month), -1) })}>
            {nameOf(row)}
          </UiLink>
        ),
    },
    {
      id: 'state',
      header: t('closing.stateTitle'),
      cell: (row) => <State month={row} year={year} name={nameOf(row)} mayClose={may.closeMonth} />,
    },
    { id: 'entries', header: t('closing.entries'), end: true, cell: (row) => row.closing?.entryCount },
    figure('committed'),
    figure('paid'),
    figure('available'),
    {
      id: 'equal',
      header: t('closing.recomputed'),
      cell: (row) =>
        row.closing && (
          <Tag tone={row.closing.isEqual ? 'success' : 'danger'}>
            {t(row.closing.isEqual ? 'closing.equal' : 'closing.unequal')}
          </Tag>
        ),
    },
  ];
  return (
    <Stack>
      {months.some((month) => month.closing?.isEqual === false) && (
        <Notice tone="error" title={t('closing.unequal')}>
          <p>{t('closing.unequalText')}</p>
        </Notice>
      )}
      <Table
        caption={t('closing.months')}
        captionHidden
        dense
        columns={columns}
        rows={months}
        rowKey={(row) => String(row.month)}
      />
    </Stack>
  );
}

interface StateProps {
  readonly month: Month;
  readonly year: number;
  readonly name: string;
  readonly mayClose: boolean;
}

function State({ month, year, name, mayClose }: StateProps) {
  const { t } = useTranslation('ledger');
  const api = useApi();
  const { revalidate } = useRevalidator();
  const [key] = useFormKey();
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const { state, closing } = month;

  async function close() {
    setProblem(null);
    setPending(true);
    try {
      await api(ledger.closeMonth, { params: { year }, body: { month: month.month } }, { key });
      await revalidate();
    } catch (error) {
      setProblem(error);
    } finally {
      setPending(false);
    }
  }

  return (
    <Stack gap={1}>
      <Tag tone={tones[state]}>{t(`closing.state.${state}`)}</Tag>
      {closing && <span>{t('closing.closedBy', { name: closing.closedBy, seal: closing.sealNumber })}</span>}
      <ProblemNotice error={problem} />
      {state === 'next' && mayClose && (
        <Button size="small" pending={pending} onClick={() => void close()}>
          {t('closing.closeMonth', { month: name })}
        </Button>
      )}
    </Stack>
  );
}
