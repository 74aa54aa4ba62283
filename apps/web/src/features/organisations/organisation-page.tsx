import { organisations, payments } from '@commonlot/contracts';
import { formatEnterpriseNumber, mayEdit, mayRepresent } from '@commonlot/domain';
import { Button, LinkButton, Notice, PageHeader, Panel, Stack, SummaryList } from '@commonlot/ui';
import { Pencil } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { serverApi } from '../../shared/api/api.server';
import { Localised } from '../../shared/i18n/localised';
import { usePath } from '../../shared/i18n/use-language';
import { PageTitle } from '../../shared/page-title';
import { useSession } from '../../shared/session/session';
import { BankAccounts } from './bank-accounts';
import { EditOrganisation } from './edit-organisation';
import { LegalFormName } from './legal-form-name';
import { Members } from './members';
import type { Organisation } from './records';
import { ReturnsOfAwards } from './returns-of-awards';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const api = serverApi(request);
  const [organisation, { rows }] = await Promise.all([
    api(organisations.readOrganisation, { params: { organisationId: params['organisationId'] ?? '' } }),
    api(organisations.listMunicipalities),
  ]);
  // What the office knows of an award stands on the page of that award.
  const returns =
    organisation.ownRole === null
      ? []
      : (await api(payments.listReturnsOfOrganisation, { params: { organisationId: organisation.id } })).rows;
  return { organisation, municipalities: rows, returns };
}

/** What is known of an organisation, who acts for it, and the account that subsidies are paid to. */
export default function OrganisationPage() {
  const { t } = useTranslation('organisations');
  const { t: shared } = useTranslation('shared');
  const path = usePath();
  const { organisation, municipalities, returns } = useLoaderData<typeof loader>();
  const { can } = useSession();
  const [isEditing, setEditing] = useState(false);
  const [hasSaved, setSaved] = useState(false);
  const role = organisation.ownRole;
  const canEdit = role !== null && mayEdit(role);

  function saved() {
    setEditing(false);
    setSaved(true);
  }

  return (
    <>
      <PageTitle>{organisation.name}</PageTitle>
      <PageHeader
        title={organisation.name}
        kicker={formatEnterpriseNumber(organisation.enterpriseNumber)}
        meta={role !== null && <span>{t('list.yourRole', { role: t(`memberRole.${role}`) })}</span>}
        actions={
          can('ledger:read') && (
            <LinkButton href={path('beneficiary', { organisationId: organisation.id })}>
              {t('page.statement')}
            </LinkButton>
          )
        }
        breadcrumbs={[
          { label: role === null ? t('list.allTitle') : t('list.title'), href: path('work-organisations') },
        ]}
      />
      <Stack gap={7}>
        <ReturnsOfAwards awards={returns} />
        <Panel
          title={t('page.data')}
          actions={
            canEdit &&
            !isEditing && (
              <Button size="small" icon={<Pencil aria-hidden="true" />} onClick={() => setEditing(true)}>
                {shared('action.edit')}
              </Button>
            )
          }
        >
          {hasSaved && !isEditing && (
            <Notice tone="success" live>
              {shared('state.saved')}
            </Notice>
          )}
          {isEditing ? (
            <EditOrganisation
              organisation={organisation}
              municipalities={municipalities}
              onSaved={saved}
              onCancel={() => setEditing(false)}
            />
          ) : (
            <OrganisationData organisation={organisation} />
          )}
        </Panel>
        <Panel title={t('account.title')} id="account">
          <BankAccounts organisation={organisation} canPropose={role !== null && mayRepresent(role)} />
        </Panel>
        <Panel title={t('members.title')} id="members">
          <Members organisation={organisation} canManage={role !== null && mayRepresent(role)} />
        </Panel>
      </Stack>
    </>
  );
}

function OrganisationData({ organisation }: { readonly organisation: Organisation }) {
  const { t } = useTranslation('organisations');
  const { street, postalCode, municipality, website, purpose } = organisation;
  return (
    <SummaryList
      items={[
        { id: 'form', label: t('form.legalForm'), value: <LegalFormName code={organisation.legalForm} /> },
        {
          id: 'address',
          label: t('form.address'),
          value: (
            <>
              {street}
              <br />
              {postalCode} <Localised text={municipality} />
            </>
          ),
        },
        { id: 'language', label: t('form.language'), value: t(`fileLanguage.${organisation.language}`) },
        ...(website === null
          ? []
          : [
              {
                id: 'website',
                label: t('form.website'),
                value: (
                  <a href={website} rel="noopener noreferrer nofollow">
                    {website}
                  </a>
                ),
              },
            ]),
        ...(purpose === '' ? [] : [{ id: 'purpose', label: t('form.purpose'), value: purpose }]),
      ]}
    />
  );
}
