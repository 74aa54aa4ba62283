import { register } from '@commonlot/contracts';
import { PageHeader, Stack } from '@commonlot/ui';
import { useTranslation } from 'react-i18next';
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { asPage, type ServerApi, serverApi } from '../../shared/api/api.server';
import { ApiProblem } from '../../shared/api/problem';
import { DifferenceReport } from '../../shared/difference/difference-report';
import { usePath } from '../../shared/i18n/use-language';
import { PageTitle } from '../../shared/page-title';
import { type ChosenVersion, choiceText, readChoice } from './difference-choice';
import { DifferenceForm } from './difference-form';

export async function loader({ request, url, params }: LoaderFunctionArgs) {
  const to = readChoice(params['to'] ?? '');
  const from = readChoice(params['from'] ?? '');
  if (to === null || from === null) throw asPage(request, new ApiProblem(404, 'record.missing'));
  const api = serverApi(request);
  const { number, versions, years } = await planOf(api, to);
  const fromNumber = from.number ?? (await planOf(api, from)).number;
  const difference = await api(register.readPublicPlanDifference, {
    params: { year: String(to.year) },
    query: { from: String(fromNumber), fromYear: String(from.year), to: String(number) },
  });
  const plan = { year: to.year, number, versions, years };
  return { difference, plan, to: choiceText(to), from: choiceText(from), isAll: url.searchParams.has('all') };
}

/** Of a year of which no version is named, the version in force. */
const planOf = (api: ServerApi, { year, number }: ChosenVersion) =>
  api(register.readPublicPlan, {
    params: { year: String(year) },
    query: number === undefined ? {} : { version: String(number) },
  });

/** What changed from one version of the plan to another, for everybody. */
export default function DifferencePage() {
  const { t } = useTranslation('register');
  const path = usePath();
  const { difference, plan, to, from, isAll } = useLoaderData<typeof loader>();
  const { before, after } = difference;
  const title =
    before.year === after.year
      ? t('compare.title', { year: after.year })
      : t('compare.titleYears', { from: before.year, year: after.year });
  const { year } = plan;
  return (
    <>
      <PageTitle>{title}</PageTitle>
      <PageHeader
        title={title}
        breadcrumbs={[
          { label: t('home.crumb'), href: path('home') },
          { label: t('plan.title', { year }), href: path('plan', { year }) },
        ]}
        lede={<p>{t('compare.lede')}</p>}
      />
      <Stack gap={7}>
        <DifferenceReport
          difference={difference}
          hrefOf={(which) => path('plan', { year: difference[which].year }, { version: difference[which].number })}
          views={{
            changed: path('plan-difference', { to, from }),
            all: path('plan-difference', { to, from }, { all: 1 }),
          }}
          isAll={isAll}
        />
        <DifferenceForm plan={plan} from={from} />
      </Stack>
    </>
  );
}
