import { organisations } from '@commonlot/contracts';
import { LinkButton, PageHeader, Stack } from '@commonlot/ui';
import { Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { serverApi } from '../../shared/api/api.server';
import { usePath } from '../../shared/i18n/use-language';
import { PageTitle } from '../../shared/page-title';
import { sessionContext } from '../../shared/session/session-context.server';
import { AccountsToVerify } from './accounts-to-verify';
import { AllOrganisations } from './all-organisations';
import { OwnInvitations } from './own-invitations';
import { OwnOrganisations } from './own-organisations';

export async function loader({ request, context }: LoaderFunctionArgs) {
  const api = serverApi(request);
  const { session } = await context.get(sessionContext)();
  const may = (permission: 'organisation:read' | 'bank-account:verify') =>
    session.person?.permissions.includes(permission) ?? false;
  const query = new URL(request.url).searchParams;
  const search = query.get('search')?.slice(0, 100) ?? '';
  const after = query.get('after') ?? undefined;
  const [own, invitations, all, accounts] = await Promise.all([
    api(organisations.listOwnOrganisations),
    api(organisations.listOwnInvitations),
    may('organisation:read')
      ? api(organisations.listOrganisations, { query: { ...(search && { search }), ...(after && { after }) } })
      : null,
    may('bank-account:verify') ? api(organisations.listBankAccountsToVerify) : null,
  ]);
  return { own: own.rows, invitations: invitations.rows, all, accounts, search, isFirst: after === undefined };
}

/** For applicants their own organisations; for staff all of them, and what waits for verification above. */
export default function OrganisationsPage() {
  const { t } = useTranslation('organisations');
  const path = usePath();
  const { own, invitations, all, accounts, search, isFirst } = useLoaderData<typeof loader>();
  const title = all === null ? t('list.title') : t('list.allTitle');
  return (
    <>
      <PageTitle>{title}</PageTitle>
      <PageHeader
        title={title}
        lede={all === null && <p>{t('list.lede')}</p>}
        actions={
          all === null && (
            <LinkButton href={path('new-organisation')} icon={<Plus aria-hidden="true" />}>
              {t('list.new')}
            </LinkButton>
          )
        }
      />
      <Stack gap={7}>
        <OwnInvitations rows={invitations} />
        {accounts !== null && <AccountsToVerify rows={accounts.rows} hasMore={accounts.next !== null} />}
        {all === null ? (
          <OwnOrganisations rows={own} />
        ) : (
          <AllOrganisations page={all} search={search} isFirst={isFirst} />
        )}
      </Stack>
    </>
  );
}
