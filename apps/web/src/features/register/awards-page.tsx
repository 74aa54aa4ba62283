import { register } from '@commonlot/contracts';
import { formatEuros } from '@commonlot/domain';
import { EmptyState, PageHeader, Pagination, Stack, UiLink } from '@commonlot/ui';
import { SearchX } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { type LoaderFunctionArgs, redirect, useLoaderData } from 'react-router';
import { serverApi } from '../../shared/api/api.server';
import { useLanguage, usePath } from '../../shared/i18n/use-language';
import { PageTitle } from '../../shared/page-title';
import { AwardFilters } from './award-filters';
import { type AwardSearch, activeFilters, readSearch, searchValues, tidied, toQuery } from './award-search';
import { AwardTable } from './award-table';
import styles from './awards-page.module.css';
import { formatCount } from './figures';
import { FilterChips } from './filter-chips';
import type { FoundAwards } from './records';

export async function loader({ request, url }: LoaderFunctionArgs) {
  const { pathname, searchParams } = url;
  const tidy = tidied(searchParams);
  if (tidy !== null) throw redirect(tidy.size === 0 ? pathname : `${pathname}?${tidy}`);
  const search = readSearch(searchParams);
  const api = serverApi(request);
  const [found, calls] = await Promise.all([
    api(register.listAwards, { query: toQuery(search) }),
    api(register.listPublicCalls),
  ]);
  return { search, found, calls: calls.rows.filter((call) => (call.awarded ?? 0) > 0 || call.number === search.call) };
}

/** Search first, no account: every award, narrowed down by what people ask about. The address carries the question. */
export default function AwardsPage() {
  const { t } = useTranslation('register');
  const { search, found, calls } = useLoaderData<typeof loader>();
  return (
    <>
      <PageTitle>{t('awards.title')}</PageTitle>
      <meta name="description" content={t('awards.lede')} />
      <PageHeader title={t('awards.title')} lede={<p>{t('awards.lede')}</p>} />
      <Stack gap={5}>
        <AwardFilters search={search} facets={found.facets} calls={calls} />
        <div className={styles.result}>
          <Found found={found} />
          <FilterChips search={search} found={found} calls={calls} />
        </div>
        {found.rows.length === 0 ? <NothingFound search={search} /> : <Results search={search} found={found} />}
      </Stack>
    </>
  );
}

function Found({ found }: { readonly found: FoundAwards }) {
  const { t } = useTranslation('register');
  const language = useLanguage();
  return (
    <p role="status" className={styles.count}>
      {t('awards.found', {
        count: found.count,
        number: formatCount(found.count, language),
        sum: formatEuros(found.sumCents, language),
      })}
    </p>
  );
}

function Results({ search, found }: { readonly search: AwardSearch; readonly found: FoundAwards }) {
  const { t } = useTranslation('register');
  const language = useLanguage();
  const path = usePath();
  return (
    <>
      <AwardTable awards={found.rows} caption={t('awards.caption')} search={search} />
      <Pagination
        newerHref={search.after === '' ? null : path('awards', {}, searchValues(search))}
        olderHref={found.next === null ? null : path('awards', {}, searchValues(search, { after: found.next }))}
        summary={
          found.rows.length === found.count
            ? null
            : t('awards.shown', {
                shown: formatCount(found.rows.length, language),
                number: formatCount(found.count, language),
              })
        }
      />
    </>
  );
}

function NothingFound({ search }: { readonly search: AwardSearch }) {
  const { t } = useTranslation('register');
  const path = usePath();
  const isFiltered = activeFilters(search).length > 0;
  return (
    <EmptyState
      title={isFiltered ? t('awards.nothing') : t('awards.noneYet')}
      icon={SearchX}
      action={isFiltered && <UiLink href={path('awards')}>{t('awards.all')}</UiLink>}
    >
      <p>{isFiltered ? t('awards.nothingText') : t('awards.noneYetText')}</p>
    </EmptyState>
  );
}
