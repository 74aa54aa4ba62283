import { workspace } from '@commonlot/contracts';
import { type Cents, cents, formatEuros } from '@commonlot/domain';
import { Button, EmptyState, Instant, PageHeader, Pagination, Stack, UiLink } from '@commonlot/ui';
import { useTranslation } from 'react-i18next';
import { type LoaderFunctionArgs, useLoaderData, useRevalidator } from 'react-router';
import { serverApi } from '../../shared/api/api.server';
import { useApi } from '../../shared/api/browser-api';
import { useLanguage, usePath } from '../../shared/i18n/use-language';
import { PageTitle } from '../../shared/page-title';
import styles from './list.module.css';
import { noticePath } from './subject-path';

export async function loader({ request }: LoaderFunctionArgs) {
  const after = new URL(request.url).searchParams.get('after') ?? undefined;
  const page = await serverApi(request)(workspace.listNotices, { query: after === undefined ? {} : { after } });
  return { ...page, isFirst: after === undefined };
}

export default function NoticesPage() {
  const { t, i18n } = useTranslation('workspace');
  const api = useApi();
  const path = usePath();
  const language = useLanguage();
  const { revalidate } = useRevalidator();
  const { rows, next, isFirst } = useLoaderData<typeof loader>();
  const hasUnread = rows.some(({ isRead }) => !isRead);

  async function markRead() {
    await api(workspace.markNoticesRead);
    await revalidate();
  }

  const words = (type: string, data: Readonly<Record<string, string | number>>) => {
    const amount = typeof data['amountCents'] === 'number' ? formatEuros(asCents(data['amountCents']), language) : '';
    const key = `notice.${type.replace('.', '-')}`;
    return i18n.exists(key, { ns: 'workspace' }) ? t(key, { ...data, amount }) : t('notice.other');
  };

  return (
    <>
      <PageTitle>{t('notices.title')}</PageTitle>
      <PageHeader
        title={t('notices.title')}
        actions={hasUnread && <Button onClick={() => void markRead()}>{t('notices.markRead')}</Button>}
      />
      <Stack>
        {rows.length === 0 ? (
          <EmptyState title={t('notices.none')}>{t('notices.noneText')}</EmptyState>
        ) : (
          <ul className={styles.list}>
            {rows.map((row) => (
              <li key={row.id} className={styles.row} data-unread={row.isRead ? undefined : true}>
                <span className={styles.kind}>
                  <Instant at={row.createdAt} form="short" />
                </span>
                <div>
                  <UiLink href={noticePath(language, row) ?? path('work')}>{words(row.type, row.data)}</UiLink>
                  {about(row.data) !== '' && <span className={styles.detail}>{about(row.data)}</span>}
                </div>
              </li>
            ))}
          </ul>
        )}
        <Pagination
          newerHref={isFirst ? null : path('notices')}
          olderHref={next === null ? null : path('notices', {}, { after: next })}
        />
      </Stack>
    </>
  );
}

/** What tells one notice from the next: the title or the organisation, and the number. */
function about(data: Readonly<Record<string, string | number>>): string {
  const { title, organisation, number, callNumber } = data;
  return [title ?? organisation, number ?? callNumber].filter((word) => word !== undefined).join(' · ');
}

const asCents = (value: number): Cents => cents(Math.round(value));
