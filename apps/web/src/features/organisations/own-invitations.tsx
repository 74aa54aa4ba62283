import { organisations, type ResponseOf } from '@commonlot/contracts';
import { formatEnterpriseNumber } from '@commonlot/domain';
import { Button, ButtonRow, Panel, Stack } from '@commonlot/ui';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate, useRevalidator } from 'react-router';
import { useApi } from '../../shared/api/browser-api';
import { ProblemNotice } from '../../shared/form/problem-notice';
import { usePath } from '../../shared/i18n/use-language';

interface OwnInvitationsProps {
  readonly rows: ResponseOf<typeof organisations.listOwnInvitations>['rows'];
}

/** Organisations that ask the reader to act for them. Nobody becomes a member without a yes. */
export function OwnInvitations({ rows }: OwnInvitationsProps) {
  const { t } = useTranslation('organisations');
  const api = useApi();
  const path = usePath();
  const navigate = useNavigate();
  const { revalidate } = useRevalidator();
  const answer = useMutation({
    mutationFn: ({ id, isAccepted }: { readonly id: string; readonly isAccepted: boolean }) =>
      api(organisations.answerInvitation, { params: { invitationId: id }, body: { isAccepted } }),
    onSuccess: ({ organisationId }, { isAccepted }) =>
      isAccepted ? navigate(path('work-organisation', { organisationId })) : revalidate(),
  });
  if (rows.length === 0) return null;
  return (
    <Panel title={t('invitation.title')}>
      <Stack>
        <ProblemNotice error={answer.error} />
        {rows.map(({ id, organisationName: organisation, enterpriseNumber, invitedBy, role }) => (
          <Stack key={id} gap={3}>
            <p>
              {t('invitation.text', { invitedBy, organisation, role: t(`memberRole.${role}`) })}{' '}
              {formatEnterpriseNumber(enterpriseNumber)}
            </p>
            <ButtonRow>
              <Button
                tone="primary"
                pending={answer.isPending}
                aria-label={t('invitation.acceptOf', { organisation })}
                onClick={() => answer.mutate({ id, isAccepted: true })}
              >
                {t('invitation.accept')}
              </Button>
              <Button
                tone="quiet"
                pending={answer.isPending}
                aria-label={t('invitation.declineOf', { organisation })}
                onClick={() => answer.mutate({ id, isAccepted: false })}
              >
                {t('invitation.decline')}
              </Button>
            </ButtonRow>
          </Stack>
        ))}
      </Stack>
    </Panel>
  );
}
