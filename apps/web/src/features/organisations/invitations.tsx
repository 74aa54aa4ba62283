import { organisations } from '@commonlot/contracts';
import { Button, Instant, Stack, Table, Tag } from '@commonlot/ui';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useRevalidator } from 'react-router';
import { useApi } from '../../shared/api/browser-api';
import { ProblemNotice } from '../../shared/form/problem-notice';
import type { Organisation } from './records';

type Invitation = Organisation['invitations'][number];

/** Who was invited and has not answered yet. It looks the same whether or not the address has an account. */
export function Invitations({ organisation }: { readonly organisation: Organisation }) {
  const { t } = useTranslation('organisations');
  const api = useApi();
  const { revalidate } = useRevalidator();
  const withdraw = useMutation({
    mutationFn: (invitationId: string) =>
      api(organisations.withdrawInvitation, { params: { organisationId: organisation.id, invitationId } }),
    onSuccess: revalidate,
  });
  if (organisation.invitations.length === 0) return null;
  return (
    <Stack>
      <ProblemNotice error={withdraw.error} />
      <Table
        caption={t('members.invitations')}
        rows={organisation.invitations}
        rowKey={(row) => row.id}
        columns={[
          { id: 'email', header: t('members.email'), rowHeader: true, cell: (row) => row.email },
          { id: 'role', header: t('members.role'), cell: (row) => t(`memberRole.${row.role}`) },
          {
            id: 'since',
            header: t('members.invitedOn'),
            cell: (row) => (
              <>
                <Tag>{t('members.invited')}</Tag> <Instant at={row.invitedAt} form="short" />
              </>
            ),
          },
          {
            id: 'withdraw',
            header: t('table.action'),
            end: true,
            cell: (row: Invitation) => (
              <Button
                tone="quiet"
                size="small"
                aria-label={t('members.withdrawOf', { email: row.email })}
                onClick={() => withdraw.mutate(row.id)}
              >
                {t('members.withdraw')}
              </Button>
            ),
          },
        ]}
      />
    </Stack>
  );
}
