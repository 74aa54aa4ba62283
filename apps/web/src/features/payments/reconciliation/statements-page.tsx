import { payments } from '@commonlot/contracts';
import { Day, EmptyState, Money, PageHeader, Pagination, Stack, Table, Tag, UiLink } from '@commonlot/ui';
import { useTranslation } from 'react-i18next';
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { serverApi } from '../../../shared/api/api.server';
import { usePath } from '../../../shared/i18n/use-language';
import { PageTitle } from '../../../shared/page-title';
import { useSession } from '../../../shared/session/session';
import type { StatementRow } from './statement-records';
import { StatementUpload } from './statement-upload';

export async function loader({ request }: LoaderFunctionArgs) {
  const after = new URL(request.url).searchParams.get('after') ?? undefined;
  const query = after === undefined ? {} : { after };
  return { ...(await serverApi(request)(payments.listBankStatements, { query })), isFirst: after === undefined };
}

/** The statements of the bank that were imported, and what is open in each. */
export default function StatementsPage() {
  const { t } = useTranslation('payments');
  const path = usePath();
  const { can } = useSession();
  const { rows, next, isFirst } = useLoaderData<typeof loader>();
  return (
    <>
      <PageTitle>{t('reconciliation.title')}</PageTitle>
      <PageHeader
        title={t('reconciliation.title')}
        lede={<p>{t('reconciliation.lede')}</p>}
        breadcrumbs={[{ label: t('title'), href: path('payments') }]}
      />
      <Stack gap={6}>
        {can('payment:approve') && <StatementUpload />}
        {rows.length === 0 ? <EmptyState title={t('reconciliation.none')} /> : <StatementTable rows={rows} />}
        <Pagination
          newerHref={isFirst ? null : path('bank-statements')}
          olderHref={next === null ? null : path('bank-statements', {}, { after: next })}
        />
      </Stack>
    </>
  );
}

function StatementTable({ rows }: { readonly rows: readonly StatementRow[] }) {
  const { t } = useTranslation('payments');
  const path = usePath();
  return (
    <Table
      caption={t('reconciliation.caption')}
      captionHidden
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          id: 'statement',
          header: t('reconciliation.field.statement'),
          rowHeader: true,
          cell: (row) => <UiLink href={path('bank-statement', { statementId: row.id })}>{row.reference}</UiLink>,
        },
        {
          id: 'period',
          header: t('reconciliation.field.period'),
          cell: (row) => (
            <>
              <Day on={row.fromOn} />
              {row.toOn !== row.fromOn && (
                <>
                  {' – '}
                  <Day on={row.toOn} />
                </>
              )}
            </>
          ),
        },
        { id: 'count', header: t('reconciliation.field.entries'), end: true, cell: (row) => row.entryCount },
        {
          id: 'out',
          header: t('reconciliation.field.out'),
          end: true,
          cell: (row) => <Money cents={row.outCents} decimals="always" />,
        },
        {
          id: 'in',
          header: t('reconciliation.field.in'),
          end: true,
          cell: (row) => <Money cents={row.inCents} decimals="always" />,
        },
        { id: 'state', header: t('reconciliation.field.open'), cell: (row) => <OpenTags row={row} /> },
      ]}
    />
  );
}

function OpenTags({ row }: { readonly row: StatementRow }) {
  const { t } = useTranslation('payments');
  if (row.openCount === 0 && row.waitingCount === 0) {
    return (
      <Tag tone="success" icon="done">
        {t('reconciliation.allDone')}
      </Tag>
    );
  }
  return (
    <>
      {row.openCount > 0 && (
        <Tag tone="warning" icon="attention">
          {t('reconciliation.openCount', { count: row.openCount })}
        </Tag>
      )}{' '}
      {row.waitingCount > 0 && (
        <Tag tone="info" icon="waiting">
          {t('reconciliation.waitingCount', { count: row.waitingCount })}
        </Tag>
      )}
    </>
  );
}
