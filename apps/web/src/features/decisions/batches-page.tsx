import { decisions, type ResponseOf } from '@commonlot/contracts';
import {
  type Column,
  EmptyState,
  Instant,
  Money,
  PageHeader,
  Pagination,
  Stack,
  Table,
  Tag,
  UiLink,
} from '@commonlot/ui';
import { useTranslation } from 'react-i18next';
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { serverApi } from '../../shared/api/api.server';
import { Localised } from '../../shared/i18n/localised';
import { usePath } from '../../shared/i18n/use-language';
import { PageTitle } from '../../shared/page-title';
import { BatchStateTag } from './state-tags';

type Row = ResponseOf<typeof decisions.listBatches>['rows'][number];

export async function loader({ request }: LoaderFunctionArgs) {
  const after = new URL(request.url).searchParams.get('after') ?? undefined;
  const page = await serverApi(request)(decisions.listBatches, { query: { ...(after && { after }) } });
  return { ...page, isFirst: after === undefined };
}

/** Every batch of decisions, the newest first. */
export default function BatchesPage() {
  const { t } = useTranslation('decisions');
  const path = usePath();
  const { rows, next, isFirst } = useLoaderData<typeof loader>();
  const columns = useColumns();
  return (
    <>
      <PageTitle>{t('batches.title')}</PageTitle>
      <PageHeader title={t('batches.title')} lede={<p>{t('batches.lede')}</p>} />
      <Stack>
        {rows.length === 0 ? (
          <EmptyState title={t('batches.none')}>{t('batches.noneText')}</EmptyState>
        ) : (
          <Table
            caption={t('batches.title')}
            captionHidden
            dense
            columns={columns}
            rows={rows}
            rowKey={(row) => row.id}
          />
        )}
        <Pagination
          newerHref={isFirst ? null : path('batches')}
          olderHref={next === null ? null : path('batches', {}, { after: next })}
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
      header: t('field.batch'),
      rowHeader: true,
      cell: (row) => (
        <UiLink href={path('batch', { batchId: row.id })}>
          <Localised text={row.title} />
        </UiLink>
      ),
    },
    {
      id: 'state',
      header: t('field.state'),
      cell: (row) => (
        <>
          <BatchStateTag state={row.state} />{' '}
          {row.incomplete > 0 && <Tag tone="warning">{t('batches.incomplete', { count: row.incomplete })}</Tag>}
        </>
      ),
    },
    {
      id: 'awards',
      header: t('field.awards'),
      end: true,
      noWrap: true,
      cell: (row) => t('batches.awardsOf', { awards: row.awards, decisions: row.decisions }),
    },
    {
      id: 'awarded',
      header: t('field.awarded'),
      end: true,
      cell: (row) => <Money cents={row.awardedCents} decimals="always" />,
    },
    {
      id: 'last',
      header: t('field.lastStep'),
      cell: (row) => <Instant at={row.releasedAt ?? row.signedAt ?? row.preparedAt} form="short" />,
    },
  ];
}
