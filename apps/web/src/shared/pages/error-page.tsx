import { Button, LinkButton, PageHeader } from '@commonlot/ui';
import { useTranslation } from 'react-i18next';
import { isRouteErrorResponse } from 'react-router';
import type { ProblemData } from '../api/api.server';
import { usePath } from '../i18n/use-language';
import { PageTitle } from '../page-title';
import { useSession } from '../session/session';
import styles from './pages.module.css';

type Kind = 'missing' | 'forbidden' | 'away' | 'refused' | 'broken';

/** What went wrong, in words, and where to go from here. It never shows what a program said. */
export function ErrorPage({ error }: { readonly error: unknown }) {
  const { t, i18n } = useTranslation('shared');
  const path = usePath();
  const { person } = useSession();
  const { kind, status, code } = describe(error);
  const hasWords = code !== null && kind === 'refused' && i18n.exists(`problem.${code}`, { ns: 'shared' });
  return (
    <div className={styles.error}>
      <PageTitle>{t(`errorPage.${kind}.title`)}</PageTitle>
      <PageHeader
        size="large"
        kicker={status}
        title={t(`errorPage.${kind}.title`)}
        lede={<p>{hasWords ? t(`problem.${code}`) : t(`errorPage.${kind}.text`)}</p>}
      />
      <div className={styles.ways}>
        {kind === 'away' && (
          <Button tone="primary" onClick={() => window.location.reload()}>
            {t('errorPage.again')}
          </Button>
        )}
        <LinkButton href={person ? path('work') : path('home')}>
          {person ? t('errorPage.toWork') : t('errorPage.toHome')}
        </LinkButton>
        {!person && <LinkButton href={path('awards')}>{t('errorPage.toAwards')}</LinkButton>}
      </div>
    </div>
  );
}

function describe(error: unknown): { kind: Kind; status: number | null; code: string | null } {
  if (!isRouteErrorResponse(error)) return { kind: 'broken', status: null, code: null };
  const { status } = error;
  const code = (error.data as ProblemData | undefined)?.code ?? null;
  if (status === 404 || status === 405) return { kind: 'missing', status, code };
  if (status === 401 || status === 403) return { kind: 'forbidden', status, code };
  if (status === 502 || status === 503 || status === 504) return { kind: 'away', status, code };
  return { kind: status >= 500 ? 'broken' : 'refused', status, code };
}
