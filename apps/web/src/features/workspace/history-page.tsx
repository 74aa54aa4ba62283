import { workspace } from '@commonlot/contracts';
import { EmptyState, Instant, PageHeader, Pagination, Stack } from '@commonlot/ui';
import { useTranslation } from 'react-i18next';
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { serverApi } from '../../shared/api/api.server';
import { useLanguage, usePath } from '../../shared/i18n/use-language';
import { PageTitle } from '../../shared/page-title';
import { changeWords, fieldWords, isForPeople } from './change-words';
import styles from './list.module.css';
import { subjectPath, type WorkItem } from './subject-path';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const after = new URL(request.url).searchParams.get('after') ?? undefined;
  const subject = {
    subjectType: params['subjectType'] as WorkItem['subjectType'],
    subjectId: params['subjectId'] ?? '',
  };
  const page = await serverApi(request)(workspace.readHistory, {
    params: subject,
    query: after === undefined ? {} : { after },
  });
  return { ...page, ...subject, isFirst: after === undefined };
}

/** Who did what to a record, when, before and after. */
export default function HistoryPage() {
  const { t, i18n } = useTranslation('workspace');
  const { t: shared } = useTranslation('shared');
  const path = usePath();
  const language = useLanguage();
  const { rows, next, isFirst, subjectType, subjectId } = useLoaderData<typeof loader>();
  const back = subjectPath(language, subjectType, subjectId, null);
  const event = (type: string) => {
    const key = `event.${type.replace('.', '-')}`;
    return i18n.exists(key, { ns: 'workspace' }) ? t(key) : t('history.something');
  };
  return (
    <>
      <PageTitle>{t('history.title')}</PageTitle>
      <PageHeader
        title={t('history.title')}
        kicker={t(`subject.${subjectType}`)}
        breadcrumbs={back === null ? [] : [{ label: t('history.back'), href: back }]}
      />
      <Stack>
        {rows.length === 0 && <EmptyState title={t('history.none')} />}
        <ol className={styles.list}>
          {rows.map((row) => (
            <li key={row.id} className={styles.row}>
              <span className={styles.kind}>
                <Instant at={row.at} form="short" />
              </span>
              <div>
                <strong>{event(row.type)}</strong>
                {row.changes.some(isForPeople) && (
                  <dl className={styles.changes}>
                    {row.changes.filter(isForPeople).map((change) => (
                      <div key={change.field}>
                        <dt>{fieldWords(change.field, i18n)}</dt>
                        <dd>{changeWords(change, subjectType, language, i18n)}</dd>
                      </div>
                    ))}
                  </dl>
                )}
              </div>
              <span className={styles.when}>
                {row.actor ?? t('history.office')}
                {row.actorRoles.length > 0 && ` (${row.actorRoles.map((role) => shared(`role.${role}`)).join(', ')})`}
              </span>
            </li>
          ))}
        </ol>
        <Pagination
          newerHref={isFirst ? null : path('history', { subjectType, subjectId })}
          olderHref={next === null ? null : path('history', { subjectType, subjectId }, { after: next })}
        />
      </Stack>
    </>
  );
}
