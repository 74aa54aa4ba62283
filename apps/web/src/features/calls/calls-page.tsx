import { calls } from '@commonlot/contracts';
import {
  Button,
  type Column,
  EmptyState,
  Instant,
  Money,
  PageHeader,
  Pagination,
  Stack,
  Table,
  UiLink,
} from '@commonlot/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { serverApi } from '../../shared/api/api.server';
import { usePath } from '../../shared/i18n/use-language';
import { PageTitle } from '../../shared/page-title';
import { useSession } from '../../shared/session/session';
import type { CallHead } from './call-records';
import { NewCallDialog } from './new-call-dialog';
import { OwnText } from './own-text';
import { PhaseTag } from './phase-tag';

export async function loader({ request }: LoaderFunctionArgs) {
  const after = new URL(request.url).searchParams.get('after') ?? undefined;
  const page = await serverApi(request)(calls.listCalls, { query: after === undefined ? {} : { after } });
  return { ...page, isFirst: after === undefined };
}

/** All calls for the office, newest first. */
export default function CallsPage() {
  const { t } = useTranslation('calls');
  const path = usePath();
  const { can } = useSession();
  const { rows, next, isFirst } = useLoaderData<typeof loader>();
  const [isNew, setNew] = useState(false);
  const columns = useColumns();
  const begin = can('call:write') && (
    <Button tone="primary" onClick={() => setNew(true)}>
      {t('new.begin')}
    </Button>
  );
  return (
    <>
      <PageTitle>{t('list.title')}</PageTitle>
      <PageHeader title={t('list.title')} lede={<p>{t('list.lede')}</p>} actions={rows.length > 0 && begin} />
      <Stack>
        {rows.length === 0 ? (
          <EmptyState title={t('list.none')} action={begin}>
            {t('list.noneText')}
          </EmptyState>
        ) : (
          <Table caption={t('list.title')} captionHidden columns={columns} rows={rows} rowKey={(row) => row.id} />
        )}
        <Pagination
          newerHref={isFirst ? null : path('work-calls')}
          olderHref={next === null ? null : path('work-calls', {}, { after: next })}
        />
      </Stack>
      {isNew && <NewCallDialog onClose={() => setNew(false)} />}
    </>
  );
}

function useColumns(): Column<CallHead>[] {
  const { t } = useTranslation('calls');
  const path = usePath();
  return [
    { id: 'number', header: t('field.number'), noWrap: true, cell: (row) => row.number },
    {
      id: 'title',
      header: t('field.title'),
      rowHeader: true,
      cell: (row) => (
        <UiLink href={path('work-call', { callId: row.id })}>
          <OwnText text={row.title} />
        </UiLink>
      ),
    },
    { id: 'line', header: t('field.line'), noWrap: true, cell: (row) => row.lineCode },
    { id: 'phase', header: t('field.phase'), cell: (row) => <PhaseTag phase={row.phase} /> },
    { id: 'closes', header: t('field.closes'), cell: (row) => <Instant at={row.closesAt} form="short" /> },
    { id: 'envelope', header: t('field.envelope'), end: true, cell: (row) => <Money cents={row.envelopeCents} /> },
    { id: 'filed', header: t('field.filed'), end: true, cell: (row) => row.filed },
    { id: 'admitted', header: t('field.admitted'), end: true, cell: (row) => row.admitted },
  ];
}
