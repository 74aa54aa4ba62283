import { formatIban } from '@commonlot/domain';
import { Instant, Notice, Stack, Table } from '@commonlot/ui';
import { useTranslation } from 'react-i18next';
import { AccountStateTag } from './account-state-tag';
import { ProposeAccount } from './propose-account';
import type { Organisation } from './records';

interface BankAccountsProps {
  readonly organisation: Organisation;
  readonly canPropose: boolean;
}

/** The accounts that were ever proposed, newest first, and a new one. */
export function BankAccounts({ organisation, canPropose }: BankAccountsProps) {
  const { t } = useTranslation('organisations');
  const rows = organisation.bankAccounts;
  const isWaiting = rows.some((row) => row.state === 'proposed');
  const hasVerified = rows.some((row) => row.state === 'verified');
  return (
    <Stack gap={6}>
      {rows.length === 0 ? (
        <p>{t('account.none')}</p>
      ) : (
        <Table
          caption={t('account.title')}
          captionHidden
          rows={rows}
          rowKey={(row) => row.id}
          mark={(row) => (row.state === 'replaced' || row.state === 'refused' ? 'faint' : undefined)}
          columns={[
            { id: 'iban', header: t('account.iban'), rowHeader: true, noWrap: true, cell: (row) => shown(row.iban) },
            { id: 'holder', header: t('account.holder'), cell: (row) => row.holder },
            { id: 'state', header: t('account.stateTitle'), cell: (row) => <AccountStateTag state={row.state} /> },
            {
              id: 'proposed',
              header: t('account.proposed'),
              cell: (row) => <Instant at={row.proposedAt} form="short" />,
            },
            { id: 'judged', header: t('account.judged'), cell: (row) => <Instant at={row.judgedAt} form="short" /> },
          ]}
        />
      )}
      {isWaiting && <Notice>{hasVerified ? t('account.waitingOld') : t('account.waiting')}</Notice>}
      {canPropose && !isWaiting && <ProposeAccount organisation={organisation} isFirst={!hasVerified} />}
    </Stack>
  );
}

/** A masked number comes in groups already. */
function shown(iban: string): string {
  return iban.includes(' ') ? iban : formatIban(iban);
}
