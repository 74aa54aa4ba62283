import { workspace } from '@commonlot/contracts';
import { EmptyState, PageHeader, UiLink } from '@commonlot/ui';
import { useTranslation } from 'react-i18next';
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { serverApi } from '../../shared/api/api.server';
import { useLanguage } from '../../shared/i18n/use-language';
import { PageTitle } from '../../shared/page-title';
import styles from './list.module.css';
import { subjectPath } from './subject-path';

/** The search box of the frame sends `?text=` here. Fewer than two characters find nothing and ask for more. */
export async function loader({ request }: LoaderFunctionArgs) {
  const text = (new URL(request.url).searchParams.get('text') ?? '').trim().slice(0, 100);
  if (text.length < 2) return { text, rows: [] };
  const { rows } = await serverApi(request)(workspace.searchWorkspace, { query: { text } });
  return { text, rows };
}

export default function SearchPage() {
  const { t } = useTranslation('workspace');
  const language = useLanguage();
  const { text, rows } = useLoaderData<typeof loader>();
  const title = text === '' ? t('search.title') : t('search.for', { text });
  return (
    <>
      <PageTitle>{title}</PageTitle>
      <PageHeader title={title} lede={<p role="status">{t('search.found', { count: rows.length })}</p>} />
      {rows.length === 0 ? (
        <EmptyState title={text.length < 2 ? t('search.tooShort') : t('search.none')}>{t('search.help')}</EmptyState>
      ) : (
        <ul className={styles.list}>
          {rows.map((row) => (
            <li key={`${row.subjectType}:${row.subjectId}`} className={styles.row}>
              <span className={styles.kind}>{t(`subject.${row.subjectType}`)}</span>
              <span>
                <UiLink href={subjectPath(language, row.subjectType, row.subjectId, row.parentId) ?? '#'}>
                  {row.title}
                </UiLink>
                {row.detail !== '' && <span className={styles.detail}>{row.detail}</span>}
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
