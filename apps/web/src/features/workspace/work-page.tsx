import { workspace } from '@commonlot/contracts';
import { EmptyState, Instant, Money, PageHeader, UiLink } from '@commonlot/ui';
import { CircleCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { serverApi } from '../../shared/api/api.server';
import { useLanguage } from '../../shared/i18n/use-language';
import { PageTitle } from '../../shared/page-title';
import { usePerson } from '../../shared/session/session';
import { type WorkItem, workPath } from './subject-path';
import styles from './work-page.module.css';

export async function loader({ request }: LoaderFunctionArgs) {
  return serverApi(request)(workspace.readWorkList);
}

/** The first page of everybody who works here: what waits for me, and until when. */
export default function WorkPage() {
  const { t } = useTranslation('workspace');
  const person = usePerson();
  const { rows } = useLoaderData<typeof loader>();
  return (
    <>
      <PageTitle>{t('work.title')}</PageTitle>
      <PageHeader
        title={t('work.greeting', { name: person.name })}
        lede={rows.length > 0 && <p>{t('work.lede', { count: rows.length })}</p>}
      />
      {rows.length === 0 ? (
        <EmptyState title={t('work.none')} icon={CircleCheck}>
          {t('work.noneText')}
        </EmptyState>
      ) : (
        <ul className={styles.list}>
          {rows.map((item) => (
            <WorkRow key={`${item.task}:${item.subjectId}`} item={item} />
          ))}
        </ul>
      )}
    </>
  );
}

function WorkRow({ item }: { readonly item: WorkItem }) {
  const { t } = useTranslation('workspace');
  const language = useLanguage();
  return (
    <li className={styles.row}>
      <div className={styles.what}>
        <UiLink href={workPath(language, item)} className={styles.link}>
          {t(`task.${item.task}`, { count: item.count })}
        </UiLink>
        <span className={styles.title} lang={item.titleLanguage ?? undefined}>
          {item.title}
        </span>
      </div>
      <div className={styles.amount}>{item.amountCents !== null && <Money cents={item.amountCents} />}</div>
      <div className={styles.due}>
        {item.dueAt === null ? (
          <span className={styles.noDate}>{t('work.noDate')}</span>
        ) : (
          <>
            <span className={styles.until}>{t('work.until')}</span> <Instant at={item.dueAt} />
          </>
        )}
      </div>
    </li>
  );
}
