import { organisations, type ResponseOf } from '@commonlot/contracts';
import { formatEnterpriseNumber, formatIban } from '@commonlot/domain';
import { Button, ButtonRow, Dialog, Instant, Panel, Stack, SummaryList, Table, UiLink } from '@commonlot/ui';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRevalidator } from 'react-router';
import { useApi } from '../../shared/api/browser-api';
import { ProblemNotice } from '../../shared/form/problem-notice';
import { usePath } from '../../shared/i18n/use-language';

type Row = ResponseOf<typeof organisations.listBankAccountsToVerify>['rows'][number];

interface AccountsToVerifyProps {
  readonly rows: readonly Row[];
  readonly hasMore: boolean;
}

/** Accounts that wait for a second pair of eyes, the oldest first. */
export function AccountsToVerify({ rows, hasMore }: AccountsToVerifyProps) {
  const { t } = useTranslation('organisations');
  const path = usePath();
  const [judged, setJudged] = useState<Row | null>(null);
  return (
    <Panel title={t('verify.title')} tone={rows.length > 0 ? 'accent' : 'plain'}>
      <Stack>
        <p>{rows.length === 0 ? t('verify.none') : t('verify.text')}</p>
        {rows.length > 0 && (
          <Table
            caption={t('verify.title')}
            captionHidden
            dense
            rows={rows}
            rowKey={(row) => row.id}
            columns={[
              {
                id: 'organisation',
                header: t('verify.organisation'),
                rowHeader: true,
                cell: (row) => (
                  <UiLink href={path('work-organisation', { organisationId: row.organisationId })}>
                    {row.organisationName}
                  </UiLink>
                ),
              },
              { id: 'holder', header: t('account.holder'), cell: (row) => row.holder },
              { id: 'iban', header: t('account.iban'), noWrap: true, cell: (row) => formatIban(row.iban) },
              {
                id: 'since',
                header: t('account.proposed'),
                cell: (row) => <Instant at={row.proposedAt} form="short" />,
              },
              {
                id: 'judge',
                header: t('table.action'),
                end: true,
                cell: (row) => (
                  <Button size="small" aria-label={t('verify.openOf', row)} onClick={() => setJudged(row)}>
                    {t('verify.open')}
                  </Button>
                ),
              },
            ]}
          />
        )}
        {hasMore && <p>{t('verify.more')}</p>}
      </Stack>
      {judged !== null && <JudgeDialog key={judged.id} row={judged} onClose={() => setJudged(null)} />}
    </Panel>
  );
}

function JudgeDialog({ row, onClose }: { readonly row: Row; readonly onClose: () => void }) {
  const { t } = useTranslation('organisations');
  const api = useApi();
  const { revalidate } = useRevalidator();
  const judge = useMutation({
    mutationFn: (isVerified: boolean) =>
      api(organisations.judgeBankAccount, {
        params: { bankAccountId: row.id },
        body: { isVerified, revision: row.revision },
      }),
    onSuccess: async () => {
      await revalidate();
      onClose();
    },
  });
  return (
    <Dialog open title={t('verify.dialog')} onClose={onClose}>
      <Stack>
        <p>{t('verify.check')}</p>
        <SummaryList
          items={[
            { id: 'organisation', label: t('verify.organisation'), value: row.organisationName },
            { id: 'number', label: t('form.number'), value: formatEnterpriseNumber(row.enterpriseNumber) },
            { id: 'holder', label: t('account.holder'), value: row.holder },
            { id: 'iban', label: t('account.iban'), value: formatIban(row.iban) },
          ]}
        />
        <ProblemNotice error={judge.error} />
        <ButtonRow>
          <Button tone="primary" pending={judge.isPending} onClick={() => judge.mutate(true)}>
            {t('verify.yes')}
          </Button>
          <Button tone="danger" pending={judge.isPending} onClick={() => judge.mutate(false)}>
            {t('verify.no')}
          </Button>
        </ButtonRow>
      </Stack>
    </Dialog>
  );
}
