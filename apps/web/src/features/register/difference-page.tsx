import { register } from '@commonlot/contracts';
import { PageHeader, Stack } from '@commonlot/ui';
import { useTranslation } from 'react-i18next';
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { asPage, type ServerApi, serverApi } from '../../shared/api/api.server';
import { ApiProblem } from '../../shared/api/problem';
import { DifferenceReport } from '../../shared/difference/difference-report';
import { usePath } from '../../shared/i18n/use-language';
import { PageTitle } from '../../shared/page-title';
import { type ChosenVersion, choiceText, readChoice, usualChoice } from './difference-choice';
import { DifferenceForm } from './difference-form';

export async function loader({ request, url, params }: LoaderFunctionArgs) {
  const { year = '' } = params;
  if (!/^(19|20)\d\d$/.test(year)) throw asPage(request, new ApiProblem(404, 'record.missing'));
  const api = serverApi(request);
  const to = url.searchParams.get('to') ?? '';
  const { number, versions, years } = await api(register.readPublicPlan, {
    params: { year },
    query: /^[1-9]\d{0,2}$/.test(to) ? { version: to } : {},
  });
  const shown = { year: Number(year), number, versions, years };
  const choice = readChoice(url.searchParams.get('from') ?? '') ?? usualChoice(shown);
  const from = await versionOf(api, shown.year, choice);
  const difference = await api(register.readPublicPlanDifference, {
    params: { year },
    query: { from: String(from.number), fromYear: String(from.year), to: String(number) },
  });
  return { difference, plan: shown, from: choiceText(choice), isAll: url.searchParams.has('all') };
}

/** Of a year of which no version is named, the version in force. */
async function versionOf(api: ServerApi, year: number, choice: ChosenVersion) {
  if (!('year' in choice)) return { year, number: choice.number };
  if (choice.number !== undefined) return { year: choice.year, number: choice.number };
  const { number } = await api(register.readPublicPlan, { params: { year: String(choice.year) } });
  return { year: choice.year, number };
}

/** What changed from one version of the plan to another, for everybody. */
export default function DifferencePage() {
  const { t } = useTranslation('register');
  const path = usePath();
  const { difference, plan, from, isAll } = useLoaderData<typeof loader>();
  const { before, after } = difference;
  const title =
    before.year === after.year
      ? t('compare.title', { year: after.year })
      : t('compare.titleYears', { from: before.year, year: after.year });
  const { year, number: to } = plan;
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
            changed: path('plan-difference', { year }, { from, to }),
            all: path('plan-difference', { year }, { from, to, all: 1 }),
          }}
          isAll={isAll}
        />
        <DifferenceForm plan={plan} from={from} />
      </Stack>
    </>
  );
}
