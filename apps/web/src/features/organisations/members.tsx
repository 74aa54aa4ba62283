import { organisations } from '@commonlot/contracts';
import { type MemberRole, memberRoles } from '@commonlot/domain';
import { Button, Dialog, Instant, Select, Stack, Table } from '@commonlot/ui';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRevalidator } from 'react-router';
import { useApi } from '../../shared/api/browser-api';
import { ProblemNotice } from '../../shared/form/problem-notice';
import { AddMember } from './add-member';
import { Invitations } from './invitations';
import type { Organisation } from './records';

type Member = Organisation['members'][number];

interface MembersProps {
  readonly organisation: Organisation;
  /** Representatives say who acts for their organisation. */
  readonly canManage: boolean;
}

/** Who acts for the organisation, and what each of them may do. */
export function Members({ organisation, canManage }: MembersProps) {
  const { t } = useTranslation('organisations');
  const [leaving, setLeaving] = useState<Member | null>(null);
  const setMember = useSetMember(organisation.id, () => setLeaving(null));
  return (
    <Stack gap={6}>
      <p>{t('members.text')}</p>
      {leaving === null && <ProblemNotice error={setMember.error} />}
      <Table
        caption={t('members.title')}
        captionHidden
        rows={organisation.members}
        rowKey={(row) => row.personId}
        columns={[
          { id: 'name', header: t('members.name'), rowHeader: true, cell: (row) => row.name },
          { id: 'email', header: t('members.email'), cell: (row) => row.email },
          {
            id: 'role',
            header: t('members.role'),
            cell: (row) =>
              canManage ? (
                <Select
                  aria-label={t('members.roleOf', { name: row.name })}
                  value={row.role}
                  options={memberRoles.map((value) => ({ value, label: t(`memberRole.${value}`) }))}
                  onChange={(event) =>
                    setMember.mutate({ personId: row.personId, role: event.target.value as MemberRole })
                  }
                />
              ) : (
                t(`memberRole.${row.role}`)
              ),
          },
          { id: 'since', header: t('members.since'), cell: (row) => <Instant at={row.since} form="short" /> },
          ...(canManage
            ? [
                {
                  id: 'end',
                  header: t('table.action'),
                  end: true,
                  cell: (row: Member) => (
                    <Button
                      tone="quiet"
                      size="small"
                      aria-label={t('members.endOf', { name: row.name })}
                      onClick={() => setLeaving(row)}
                    >
                      {t('members.end')}
                    </Button>
                  ),
                },
              ]
            : []),
        ]}
      />
      {canManage && <Invitations organisation={organisation} />}
      {canManage && <AddMember organisationId={organisation.id} />}
      {leaving !== null && (
        <Dialog
          open
          title={t('members.endTitle', { name: leaving.name })}
          onClose={() => setLeaving(null)}
          actions={
            <Button
              tone="danger"
              pending={setMember.isPending}
              onClick={() => setMember.mutate({ personId: leaving.personId, role: null })}
            >
              {t('members.end')}
            </Button>
          }
        >
          <Stack>
            <p>{t('members.endText')}</p>
            <ProblemNotice error={setMember.error} />
          </Stack>
        </Dialog>
      )}
    </Stack>
  );
}

function useSetMember(organisationId: string, onDone: () => void) {
  const api = useApi();
  const { revalidate } = useRevalidator();
  return useMutation({
    mutationFn: ({ personId, role }: { personId: string; role: MemberRole | null }) =>
      api(organisations.setMember, { params: { organisationId, personId }, body: { role } }),
    onSuccess: async () => {
      await revalidate();
      onDone();
    },
  });
}
