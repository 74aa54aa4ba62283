import { decisions, type ResponseOf } from '@commonlot/contracts';
import { brusselsDay } from '@commonlot/domain';
import {
  type Column,
  Day,
  EmptyState,
  LinkButton,
  Money,
  PageHeader,
  Pagination,
  Stack,
  TabLinks,
  Table,
  UiLink,
} from '@commonlot/ui';
import { useTranslation } from 'react-i18next';
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { serverApi } from '../../shared/api/api.server';
import { Localised } from '../../shared/i18n/localised';
import { usePath } from '../../shared/i18n/use-language';
import { PageTitle } from '../../shared/page-title';
import { useSession } from '../../shared/session/session';
import { DirectFileStateTag } from './state-tags';

type Row = ResponseOf<typeof decisions.listDirectFiles>['rows'][number];

const states = decisions.directFileState.options.filter((state) => state !== 'discarded');

export async function loader({ request }: LoaderFunctionArgs) {
  const query = new URL(request.url).searchParams;
  const after = query.get('after') ?? undefined;
  const state = states.find((each) => each === query.get('state'));
  const page = await serverApi(request)(decisions.listDirectFiles, {
    query: { ...(after && { after }), ...(state && { state }) },
  });
  return { ...page, state: state ?? null, isFirst: after === undefined };
}

/** Files without a call: the beneficiaries that the plan names. */
export default function DirectFilesPage() {
  const { t } = useTranslation('decisions');
  const path = usePath();
  const { can } = useSession();
  const { rows, next, state, isFirst } = useLoaderData<typeof loader>();
  const columns = useColumns();
  return (
    <>
      <PageTitle>{t('direct.title')}</PageTitle>
      <PageHeader
        title={t('direct.title')}
        lede={<p>{t('direct.lede')}</p>}
        actions={
          can('decision:prepare') && (
            <LinkButton tone="primary" href={path('direct-file', { directFileId: 'new' })}>
              {t('direct.new')}
            </LinkButton>
          )
        }
      />
      <Stack>
        <TabLinks
          label={t('direct.filter')}
          tabs={[
            { href: path('direct-files'), label: t('direct.all'), current: state === null },
            ...states.map((each) => ({
              href: path('direct-files', {}, { state: each }),
              label: t(`fileState.${each}`),
              current: each === state,
            })),
          ]}
        />
        {rows.length === 0 ? (
          <EmptyState title={t('direct.none')}>{t('direct.noneText')}</EmptyState>
        ) : (
          <Table
            caption={t('direct.title')}
            captionHidden
            dense
            columns={columns}
            rows={rows}
            rowKey={(row) => row.id}
          />
        )}
        <Pagination
          newerHref={isFirst ? null : path('direct-files', {}, { state })}
          olderHref={next === null ? null : path('direct-files', {}, { state, after: next })}
        />
      </Stack>
    </>
  );
}

function useColumns(): Column<Row>[] {
  const { t } = useTranslation('decisions');
  const path = usePath();
  return [
    { id: 'number', header: t('field.number'), noWrap: true, cell: (row) => row.number },
    {
      id: 'title',
      header: t('field.file'),
      rowHeader: true,
      cell: (row) => (
        <UiLink href={path('direct-file', { directFileId: row.id })} lang={row.fileLanguage}>
          {row.title}
        </UiLink>
      ),
    },
    { id: 'organisation', header: t('field.beneficiary'), cell: (row) => row.organisationName },
    {
      id: 'line',
      header: t('field.line'),
      cell: (row) => (
        <>
          {row.lineCode} <Localised text={row.lineLabel} />
        </>
      ),
    },
    { id: 'state', header: t('field.state'), cell: (row) => <DirectFileStateTag state={row.state} /> },
    {
      id: 'created',
      header: t('field.created'),
      wideOnly: true,
      cell: (row) => <Day on={brusselsDay(new Date(row.createdAt))} />,
    },
    {
      id: 'amount',
      header: t('field.amount'),
      end: true,
      cell: (row) => <Money cents={row.requestedCents} decimals="always" />,
    },
  ];
}
