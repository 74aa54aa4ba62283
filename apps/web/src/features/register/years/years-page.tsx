import { register } from '@commonlot/contracts';
import { formatEuros } from '@commonlot/domain';
import { PageHeader, Stack, YearsFigure } from '@commonlot/ui';
import { useTranslation } from 'react-i18next';
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { serverApi } from '../../../shared/api/api.server';
import { csvEuros } from '../../../shared/download/csv';
import { CsvLink } from '../../../shared/download/csv-link';
import { useLanguage, usePath } from '../../../shared/i18n/use-language';
import { PageTitle } from '../../../shared/page-title';
import { formatCount } from '../figures';
import { knownSpan, type TotalRecord, type YearRecord, yearRows } from './year-rows';
import { YearsTable } from './years-table';

export function loader({ request }: LoaderFunctionArgs) {
  return serverApi(request)(register.readPlanYears);
}

/** How the plans went over the years: every year since 2006, also those of which nothing is known. */
export default function YearsPage() {
  const { t } = useTranslation('register');
  const path = usePath();
  const { years } = useLoaderData<typeof loader>();
  const span = knownSpan(years);
  return (
    <>
      <PageTitle>{t('years.title')}</PageTitle>
      <meta name="description" content={t('years.description')} />
      <PageHeader
        title={t('years.title')}
        breadcrumbs={[{ label: t('home.crumb'), href: path('home') }]}
        lede={<p>{t('years.lede')}</p>}
      />
      <Stack gap={7}>
        {span !== null && <Picture years={years} span={span} />}
        <p>{t('years.method')}</p>
      </Stack>
    </>
  );
}

interface PictureProps {
  readonly years: readonly YearRecord[];
  readonly span: NonNullable<ReturnType<typeof knownSpan>>;
}

function Picture({ years, span }: PictureProps) {
  const { t } = useTranslation('register');
  const language = useLanguage();
  const hrefOf = usePlanHref();
  const { first, last } = span;
  const gaps = years.filter(({ totals }) => totals.length === 0).length;
  return (
    <YearsFigure
      years={years.map(({ year, totals }) => ({
        year,
        marks: totals.map((total) => ({
          kind: total.stage,
          amountCents: total.totalCents,
          label: t('years.mark', {
            year,
            stage: t(`years.stage.${total.stage}`),
            amount: formatEuros(total.totalCents, language),
          }),
          href: hrefOf(year, total),
        })),
      }))}
      label={t('years.label')}
      gapLabel={(year) => t('years.gap', { year })}
      legend={{
        provisional: t('years.stage.provisional'),
        definitive: t('years.stage.definitive'),
        reported: t('years.stage.reported'),
        gap: t('years.noFigure'),
      }}
      axis={(amount) => t('years.million', { number: formatCount(amount / 100_000_000, language) })}
      title={t('years.pictureTitle', {
        firstYear: first.year,
        first: formatEuros(first.totalCents, language),
        lastYear: last.year,
        last: formatEuros(last.totalCents, language),
      })}
      note={t('years.gaps', { count: gaps })}
      tableWords={t('years.asTable')}
      tableOpen
      table={<YearsTable rows={yearRows(years)} hrefOf={hrefOf} />}
      download={<Download years={years} />}
    />
  );
}

/** Where a figure can be read as a whole plan; nothing where only its total is known. */
function usePlanHref() {
  const path = usePath();
  return (year: number, { number }: TotalRecord) =>
    number === null ? undefined : path('plan', { year }, { version: number });
}

function Download({ years }: { readonly years: readonly YearRecord[] }) {
  const { t } = useTranslation('register');
  const rows = yearRows(years)
    .toReversed()
    .map(({ year, total }) => [
      year,
      total === null ? null : t(`years.stage.${total.stage}`),
      csvEuros(total?.totalCents),
      total?.source ?? null,
    ]);
  const head = [t('years.column.year'), t('years.column.stage'), t('flow.column.euros'), t('years.column.source')];
  return <CsvLink name="plans" head={head} rows={rows} />;
}
