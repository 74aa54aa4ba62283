import { register } from '@commonlot/contracts';
import { DataFigure, DataFigures, EmptyState, Money, Panel, Stack, UiLink } from '@commonlot/ui';
import { FileClock, Megaphone } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { serverApi } from '../../shared/api/api.server';
import { useLanguage, usePath } from '../../shared/i18n/use-language';
import { PageTitle } from '../../shared/page-title';
import { AwardList } from './award-list';
import { CallCard } from './call-card';
import { formatCount } from './figures';
import { HomeHeading } from './home-heading';
import styles from './home-page.module.css';
import { PlanPicture } from './plan-picture';
import type { AwardHead, CallHead } from './records';

export function loader({ request }: LoaderFunctionArgs) {
  return serverApi(request)(register.readHome);
}

export default function HomePage() {
  const { t } = useTranslation('register');
  const language = useLanguage();
  const { plan, figures, latestAwards, openCalls } = useLoaderData<typeof loader>();
  return (
    <>
      <PageTitle>{t('home.title')}</PageTitle>
      <meta name="description" content={t('home.description')} />
      <HomeHeading plan={plan} />
      <Stack gap={8}>
        {plan === null ? (
          <EmptyState title={t('home.noPlan')} icon={FileClock}>
            <p>{t('home.noPlanText')}</p>
          </EmptyState>
        ) : (
          <PlanPicture plan={plan} />
        )}
        <DataFigures>
          <DataFigure value={<Money cents={figures.awardedCents} />} label={t('home.figures.amount')} />
          <DataFigure
            value={formatCount(figures.awards, language)}
            label={t('home.figures.awards', { count: figures.awards })}
          />
          <DataFigure
            value={formatCount(figures.organisations, language)}
            label={t('home.figures.organisations', { count: figures.organisations })}
          />
          <DataFigure
            value={formatCount(figures.municipalities, language)}
            label={t('home.figures.municipalities', { count: figures.municipalities })}
          />
        </DataFigures>
        <div className={styles.news}>
          <LatestAwards awards={latestAwards} />
          <OpenCalls calls={openCalls} />
        </div>
      </Stack>
    </>
  );
}

function LatestAwards({ awards }: { readonly awards: readonly AwardHead[] }) {
  const { t } = useTranslation('register');
  const path = usePath();
  return (
    <Panel title={t('home.latestAwards')}>
      {awards.length === 0 ? (
        <p className={styles.none}>{t('home.noAwards')}</p>
      ) : (
        <>
          <AwardList awards={awards} label={t('home.latestAwards')} />
          <p>
            <UiLink href={path('awards')}>{t('home.allAwards')}</UiLink>
          </p>
        </>
      )}
    </Panel>
  );
}

function OpenCalls({ calls }: { readonly calls: readonly CallHead[] }) {
  const { t } = useTranslation('register');
  const path = usePath();
  return (
    <Panel title={t('home.openCalls')}>
      {calls.length === 0 ? (
        <EmptyState title={t('calls.noneOpen')} icon={Megaphone}>
          <p>{t('calls.noneOpenText')}</p>
        </EmptyState>
      ) : (
        calls.map((call) => <CallCard key={call.number} call={call} />)
      )}
      <p>
        <UiLink href={path('calls')}>{t('home.allCalls')}</UiLink>
      </p>
    </Panel>
  );
}
