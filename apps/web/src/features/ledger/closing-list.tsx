import { ledger } from '@commonlot/contracts';
import { inLanguage, type LocalisedText } from '@commonlot/domain';
import {
  Button,
  ButtonRow,
  type Column,
  Instant,
  Money,
  Notice,
  Panel,
  PlainText,
  Stack,
  Table,
  Tag,
} from '@commonlot/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRevalidator } from 'react-router';
import { useApi } from '../../shared/api/browser-api';
import { ProblemNotice } from '../../shared/form/problem-notice';
import { useLanguage } from '../../shared/i18n/use-language';
import { ClosingReturnDialog } from './closing-return-dialog';
import type { Closing } from './year-closing';

const tones = { prepared: 'info', signed: 'success', 'sent-back': 'warning', withdrawn: 'neutral' } as const;

/** The closings of a year, the newest on top, with what each of them moves. */
export function ClosingList({ closings }: { readonly closings: readonly Closing[] }) {
  const { t } = useTranslation('ledger');
  return (
    <Panel title={t('closing.closings')}>
      <Stack gap={6}>
        {closings.map((closing) => (
          <OneClosing key={closing.id} closing={closing} />
        ))}
      </Stack>
    </Panel>
  );
}

function OneClosing({ closing }: { readonly closing: Closing }) {
  const { t } = useTranslation('ledger');
  const { number, state, decisionReference, preparedBy, signedBy, returnedBy, returnedAt, returnReason } = closing;
  return (
    <Stack>
      <h3>{t('closing.one', { number, reference: decisionReference })}</h3>
      <p>
        <Tag tone={tones[state]}>{t(`closing.yearState.${state}`)}</Tag> {t('closing.preparedBy', { name: preparedBy })}
        {signedBy !== null && `, ${t('overrun.signedBy', { name: signedBy })}`}
      </p>
      {returnReason !== null && (
        <Notice tone="warning" title={t('closing.return.by', { name: returnedBy })}>
          <PlainText>{returnReason}</PlainText>
          <p>
            <Instant at={returnedAt} />
          </p>
        </Notice>
      )}
      {closing.destinations.length > 0 && <Destinations closing={closing} />}
      <Steps closing={closing} />
    </Stack>
  );
}

function Destinations({ closing }: { readonly closing: Closing }) {
  const { t } = useTranslation('ledger');
  const language = useLanguage();
  const name = (code: string, label: Partial<LocalisedText>) =>
    `${code} ${inLanguage(label as LocalisedText, language).text}`;
  const columns: Column<Closing['destinations'][number]>[] = [
    {
      id: 'line',
      header: t('closing.line'),
      rowHeader: true,
      total: t('closing.total'),
      cell: (row) => name(row.code, row.label as Partial<LocalisedText>),
    },
    {
      id: 'to',
      header: t('closing.destination'),
      cell: (row) =>
        row.toCode === null || row.toLabel === null
          ? t('closing.giveBack')
          : name(row.toCode, row.toLabel as Partial<LocalisedText>),
    },
    {
      id: 'amount',
      header: t('closing.available'),
      end: true,
      noWrap: true,
      cell: (row) => <Money cents={row.amountCents} decimals="always" />,
      total: <Money cents={closing.totalCents} decimals="always" />,
    },
  ];
  return (
    <Table
      caption={t('closing.one', { number: closing.number, reference: closing.decisionReference })}
      captionHidden
      dense
      columns={columns}
      rows={closing.destinations}
      rowKey={(row) => row.lineId}
    />
  );
}

function Steps({ closing }: { readonly closing: Closing }) {
  const { t } = useTranslation('ledger');
  const api = useApi();
  const { revalidate } = useRevalidator();
  const [pending, setPending] = useState(false);
  const [isReturning, setReturning] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);

  async function take(step: typeof ledger.signYearClosing | typeof ledger.withdrawYearClosing) {
    setProblem(null);
    setPending(true);
    try {
      await api(step, { params: { closingId: closing.id }, body: { revision: closing.revision } });
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
        {closing.may.sign && (
          <Button tone="primary" pending={pending} onClick={() => void take(ledger.signYearClosing)}>
            {t('closing.sign')}
          </Button>
        )}
        {closing.may.sendBack && (
          <Button tone="quiet" onClick={() => setReturning(true)}>
            {t('closing.sendBack')}
          </Button>
        )}
        {closing.may.withdraw && (
          <Button tone="quiet" pending={pending} onClick={() => void take(ledger.withdrawYearClosing)}>
            {t('closing.withdraw')}
          </Button>
        )}
      </ButtonRow>
      {isReturning && <ClosingReturnDialog closing={closing} onClose={() => setReturning(false)} />}
    </>
  );
}
