import { ledger } from '@commonlot/contracts';
import { type Cents, inLanguage, sumCents } from '@commonlot/domain';
import {
  Button,
  ButtonRow,
  type Column,
  FieldFrame,
  FormLayout,
  Money,
  Select,
  Stack,
  Table,
  TextInput,
} from '@commonlot/ui';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRevalidator } from 'react-router';
import { useApi, useFormKey } from '../../shared/api/browser-api';
import { ProblemNotice } from '../../shared/form/problem-notice';
import { useLanguage } from '../../shared/i18n/use-language';
import type { YearClosing } from './year-closing';

type Balance = YearClosing['balances'][number];

/** What a balance goes to when it goes to no line. */
const source = 'source';

/** The balances of a year, each with where it goes; for whoever may prepare the closing it is a form. */
export function YearClosingForm({ closing }: { readonly closing: YearClosing }) {
  const { t } = useTranslation('ledger');
  const api = useApi();
  const { revalidate } = useRevalidator();
  const [key] = useFormKey();
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const [reference, setReference] = useState('');
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({});
  const { year, balances, nextLines, may } = closing;
  const targetOf = ({ lineId, continuedById }: Balance) => {
    const usual = nextLines.some((line) => line.lineId === continuedById) ? continuedById : null;
    return chosen[lineId] ?? usual ?? source;
  };

  async function prepare(event: FormEvent) {
    event.preventDefault();
    setProblem(null);
    setPending(true);
    const destinations = balances.map((balance) => {
      const target = targetOf(balance);
      const { lineId, availableCents: amountCents } = balance;
      return { lineId, amountCents, toLineId: target === source ? null : target };
    });
    try {
      const body = { decisionReference: reference, destinations };
      await api(ledger.prepareYearClosing, { params: { year }, body }, { key });
      await revalidate();
    } catch (error) {
      setProblem(error);
    } finally {
      setPending(false);
    }
  }

  const table = (
    <Balances
      closing={closing}
      targetOf={targetOf}
      onChoose={(lineId, target) => setChosen((before) => ({ ...before, [lineId]: target }))}
    />
  );
  if (!may.prepare) return balances.length === 0 ? <p>{t('closing.noBalances')}</p> : table;
  return (
    <FormLayout onSubmit={(event) => void prepare(event)}>
      <ProblemNotice error={problem} />
      {balances.length === 0 ? <p>{t('closing.noBalances')}</p> : table}
      <FieldFrame
        id="decision-reference"
        label={t('closing.reference')}
        render={(wiring) => (
          <TextInput
            {...wiring}
            required
            minLength={3}
            maxLength={200}
            value={reference}
            onChange={(event) => setReference(event.target.value)}
          />
        )}
      />
      <ButtonRow>
        <Button type="submit" tone="primary" pending={pending} disabled={reference.trim().length < 3}>
          {t('closing.prepare')}
        </Button>
      </ButtonRow>
    </FormLayout>
  );
}

interface BalancesProps {
  readonly closing: YearClosing;
  readonly targetOf: (balance: Balance) => string;
  readonly onChoose: (lineId: string, target: string) => void;
}

function Balances({ closing, targetOf, onChoose }: BalancesProps) {
  const { t } = useTranslation('ledger');
  const language = useLanguage();
  const { balances, nextLines, may } = closing;
  const options = [
    { value: source, label: t('closing.giveBack') },
    ...nextLines.map(({ lineId, code, label }) => ({
      value: lineId,
      label: `${code} ${inLanguage(label, language).text}`,
    })),
  ];
  const columns: Column<Balance>[] = [
    {
      id: 'line',
      header: t('closing.line'),
      rowHeader: true,
      total: t('closing.total'),
      cell: (row) => `${row.code} ${inLanguage(row.label, language).text}`,
    },
    ...(may.prepare
      ? [
          {
            id: 'destination',
            header: t('closing.destination'),
            cell: (row: Balance) => (
              <Select
                aria-label={t('closing.destinationOf', { code: row.code })}
                options={options}
                value={targetOf(row)}
                onChange={(event) => onChoose(row.lineId, event.target.value)}
              />
            ),
          },
        ]
      : []),
    {
      id: 'available',
      header: t('closing.available'),
      end: true,
      noWrap: true,
      cell: (row) => <Money cents={row.availableCents} decimals="always" />,
      total: <Money cents={sumCents(balances.map(({ availableCents }): Cents => availableCents))} decimals="always" />,
    },
  ];
  return (
    <Stack>
      <Table
        caption={t('closing.balances')}
        captionHidden
        dense
        columns={columns}
        rows={balances}
        rowKey={(row) => row.lineId}
      />
    </Stack>
  );
}
