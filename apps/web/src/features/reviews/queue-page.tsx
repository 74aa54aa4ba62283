import { reviews } from '@commonlot/contracts';
import { Details, EmptyState, Instant, LinkButton, PageHeader, Panel, ProgressBar, Stack, Tag } from '@commonlot/ui';
import { CircleCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { serverApi } from '../../shared/api/api.server';
import { usePath } from '../../shared/i18n/use-language';
import { PageTitle } from '../../shared/page-title';
import { QueueTable } from './queue-table';
import type { AssignmentHead } from './records';

export async function loader({ request }: LoaderFunctionArgs) {
  return serverApi(request)(reviews.listOwnAssignments);
}

/** Everything that a member of the jury has to do, in one list. */
export default function QueuePage() {
  const { t } = useTranslation('reviews');
  const path = usePath();
  const { rows } = useLoaderData<typeof loader>();
  const toDeclare = rows.filter(({ state }) => state === 'assigned');
  const open = rows.filter(({ state }) => state === 'accepted');
  const drafts = open.filter(({ scored }) => scored > 0);
  const toScore = open.filter(({ scored }) => scored === 0);
  const sent = rows.filter(({ state }) => state === 'sent');
  const next = drafts[0] ?? toScore[0];
  return (
    <>
      <PageTitle>{t('queue.title')}</PageTitle>
      <PageHeader
        title={t('queue.title')}
        lede={<p>{t('queue.lede')}</p>}
        actions={
          toDeclare.length === 0 &&
          next !== undefined && (
            <LinkButton tone="primary" href={path('review', { assignmentId: next.id })}>
              {t('queue.continue')}
            </LinkButton>
          )
        }
      />
      {rows.length === 0 ? (
        <EmptyState title={t('queue.none')} icon={CircleCheck}>
          {t('queue.noneText')}
        </EmptyState>
      ) : (
        <Stack gap={7}>
          <ProgressBar
            label={t('queue.progress')}
            value={sent.length}
            max={rows.length}
            text={t('queue.sentOf', { sent: sent.length, count: rows.length })}
          />
          {toDeclare.length > 0 && <ToDeclare rows={toDeclare} />}
          <Group id="drafts" rows={drafts} />
          <Group id="toScore" rows={toScore} />
          <Group id="sent" rows={sent} />
        </Stack>
      )}
    </>
  );
}

function ToDeclare({ rows }: { readonly rows: readonly AssignmentHead[] }) {
  const { t } = useTranslation('reviews');
  const path = usePath();
  const due = rows.flatMap(({ dueAt }) => dueAt ?? []).toSorted()[0] ?? null;
  return (
    <Panel
      tone="accent"
      title={t('queue.toDeclare', { count: rows.length })}
      actions={
        <LinkButton tone="primary" href={path('declare')}>
          {t('queue.declare')}
        </LinkButton>
      }
    >
      <p>{t('queue.toDeclareText')}</p>
      {due !== null && (
        <p>
          <Tag tone="info">{t('queue.due')}</Tag> <Instant at={due} />
        </p>
      )}
    </Panel>
  );
}

function Group({ id, rows }: { readonly id: 'drafts' | 'toScore' | 'sent'; readonly rows: readonly AssignmentHead[] }) {
  const { t } = useTranslation('reviews');
  if (rows.length === 0) return null;
  const title = t(`queue.${id}`, { count: rows.length });
  const table = <QueueTable caption={title} rows={rows} isSent={id === 'sent'} />;
  // What is done stays at hand and out of the way.
  if (id === 'sent') return <Details summary={title}>{table}</Details>;
  return (
    <Panel title={title} id={id}>
      {table}
    </Panel>
  );
}
