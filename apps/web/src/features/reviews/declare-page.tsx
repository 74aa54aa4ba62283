import { reviews } from '@commonlot/contracts';
import {
  Button,
  ButtonRow,
  EmptyState,
  LinkButton,
  Notice,
  PageHeader,
  ProgressBar,
  Prose,
  Stack,
} from '@commonlot/ui';
import { CircleCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { serverApi } from '../../shared/api/api.server';
import { usePath } from '../../shared/i18n/use-language';
import { PageTitle } from '../../shared/page-title';
import { DeclarationRow } from './declaration-row';
import styles from './declare-page.module.css';
import { useDeclarations } from './use-declarations';

export async function loader({ request }: LoaderFunctionArgs) {
  const { rows } = await serverApi(request)(reviews.listOwnAssignments);
  return { rows: rows.filter(({ state }) => state === 'assigned') };
}

/** The two-minute pass before anything is read: names and titles, and for each whether there is an interest. */
export default function DeclarePage() {
  const { t } = useTranslation('reviews');
  const path = usePath();
  const { rows } = useLoaderData<typeof loader>();
  const { choices, choose, problems, progress, declare } = useDeclarations(rows);
  const shown = rows.map(({ id }) => choices[id] ?? 'none');
  const interests = shown.filter((choice) => choice !== 'none' && choice !== 'later').length;
  const later = shown.filter((choice) => choice === 'later').length;
  const free = rows.length - interests - later;
  return (
    <>
      <PageTitle>{t('declare.title')}</PageTitle>
      <PageHeader
        title={t('declare.title')}
        breadcrumbs={[{ label: t('queue.title'), href: path('reviews') }]}
        lede={<p>{t('declare.lede')}</p>}
      />
      {rows.length === 0 ? (
        <EmptyState
          title={t('declare.none')}
          icon={CircleCheck}
          action={<LinkButton href={path('reviews')}>{t('declare.toQueue')}</LinkButton>}
        />
      ) : (
        <Stack gap={6}>
          <Prose>
            <p>{t('declare.what')}</p>
            <p>{t('declare.consequence')}</p>
          </Prose>
          {Object.keys(problems).length > 0 && (
            <Notice tone="error" live title={t('declare.notAll')}>
              <p>{t('declare.notAllText')}</p>
            </Notice>
          )}
          <ul className={styles.list}>
            {rows.map((row) => (
              <DeclarationRow
                key={row.id}
                row={row}
                choice={choices[row.id] ?? 'none'}
                problem={problems[row.id]}
                onChoose={(choice) => choose(row.id, choice)}
              />
            ))}
          </ul>
          <div className={styles.foot}>
            <p aria-live="polite">{t('declare.summary', { free, interests, later })}</p>
            {progress !== null && <ProgressBar label={t('declare.sending')} value={progress} max={free + interests} />}
            <ButtonRow>
              {free + interests > 0 && (
                <Button tone="primary" pending={progress !== null} onClick={() => void declare()}>
                  {t('declare.send', { count: free + interests })}
                </Button>
              )}
              <LinkButton tone="quiet" href={path('reviews')}>
                {t('declare.toQueue')}
              </LinkButton>
            </ButtonRow>
          </div>
        </Stack>
      )}
    </>
  );
}
