import { register } from '@commonlot/contracts';
import { formatEnterpriseNumber, inLanguage, legalFormOf, parseEnterpriseNumber } from '@commonlot/domain';
import { DataFigure, DataFigures, Money, PageHeader, Panel, Stack } from '@commonlot/ui';
import { useTranslation } from 'react-i18next';
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { asPage, serverApi } from '../../shared/api/api.server';
import { ApiProblem } from '../../shared/api/problem';
import { Localised } from '../../shared/i18n/localised';
import { useLanguage, usePath } from '../../shared/i18n/use-language';
import { PageTitle } from '../../shared/page-title';
import { AwardTable } from './award-table';
import { formatCount } from './figures';

export function loader({ request, params }: LoaderFunctionArgs) {
  // People paste numbers with their dots.
  const enterpriseNumber = parseEnterpriseNumber(params.enterpriseNumber ?? '');
  if (enterpriseNumber === null) throw asPage(request, new ApiProblem(404, 'record.missing'));
  return serverApi(request)(register.readPublicOrganisation, { params: { enterpriseNumber } });
}

/** An organisation and all that it received. */
export default function OrganisationPage() {
  const { t } = useTranslation('register');
  const language = useLanguage();
  const path = usePath();
  const organisation = useLoaderData<typeof loader>();
  const form = legalFormOf(organisation.legalForm);
  return (
    <>
      <PageTitle>{organisation.name}</PageTitle>
      <PageHeader
        title={organisation.name}
        {...(organisation.language === language ? {} : { titleLang: organisation.language })}
        kicker={formatEnterpriseNumber(organisation.enterpriseNumber)}
        breadcrumbs={[{ label: t('awards.title'), href: path('awards') }]}
        meta={
          <>
            {form && <span>{inLanguage(form, language).text}</span>}
            <span>
              <Localised text={organisation.municipality} />
            </span>
            <Website address={organisation.website} />
          </>
        }
      />
      <Stack gap={7}>
        <DataFigures>
          <DataFigure value={<Money cents={organisation.awardedCents} />} label={t('organisation.awarded')} />
          <DataFigure value={<Money cents={organisation.paidCents} />} label={t('organisation.paid')} />
          <DataFigure
            value={formatCount(organisation.awards.length, language)}
            label={t('home.figures.awards', { count: organisation.awards.length })}
          />
        </DataFigures>
        <Panel title={t('organisation.awards')}>
          <AwardTable awards={organisation.awards} caption={t('organisation.awards')} withoutOrganisation />
        </Panel>
      </Stack>
    </>
  );
}

/** A link only where the text is an address of the web: people typed it. */
function Website({ address }: { readonly address: string | null }) {
  if (address === null) return null;
  const url = URL.parse(address);
  if (url === null || !['http:', 'https:'].includes(url.protocol)) return <span>{address}</span>;
  return (
    <a href={url.href} rel="external nofollow noopener">
      {url.host}
    </a>
  );
}
