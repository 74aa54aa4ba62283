import { organisations, register } from '@commonlot/contracts';
import { formatEuros } from '@commonlot/domain';
import { Columns, Money, PageHeader, Panel, PlainText, ProgressBar, Stack, UiLink } from '@commonlot/ui';
import { useTranslation } from 'react-i18next';
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { serverApi } from '../../shared/api/api.server';
import { Localised } from '../../shared/i18n/localised';
import { useLanguage, usePath } from '../../shared/i18n/use-language';
import { PageTitle } from '../../shared/page-title';
import { AwardCorrections } from './award-corrections';
import { AwardFacts } from './award-facts';
import { AwardList } from './award-list';
import styles from './award-page.module.css';
import { AwardReductions } from './award-reductions';
import { linesInTree } from './plan-tree';
import type { AwardRecord } from './records';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const api = serverApi(request);
  const award = await api(register.readAward, { params: { number: params.number ?? '' } });
  const namesPlaces = award.corrections.some((correction) => correction.field === 'municipality');
  const [plan, places] = await Promise.all([
    // The page stands without the way through the plan.
    api.attempt((each) => each(register.readPublicPlan, { params: { year: award.year } })),
    namesPlaces ? api(organisations.listMunicipalities).then(({ rows }) => rows) : [],
  ]);
  const inTree = linesInTree(plan.answer?.lines ?? []).find(({ line }) => line.lineId === award.lineId);
  return { award, linesAbove: inTree?.above ?? [], places };
}

/** One cause: who, what, how much, when, where and why; and what was put right since. */
export default function AwardPage() {
  const { t } = useTranslation('register');
  const path = usePath();
  const language = useLanguage();
  const { award, linesAbove, places } = useLoaderData<typeof loader>();
  const ofFile = award.language === language ? undefined : award.language;
  const organisationHref = path('organisation', { enterpriseNumber: award.enterpriseNumber });
  return (
    <>
      <PageTitle>{award.title}</PageTitle>
      <PageHeader
        title={award.title}
        {...(ofFile ? { titleLang: ofFile } : {})}
        kicker={award.number}
        breadcrumbs={[{ label: t('awards.title'), href: path('awards') }]}
        lede={
          <p>
            <UiLink href={organisationHref} lang={ofFile}>
              {award.organisationName}
            </UiLink>
            , <Localised text={award.municipality} />
          </p>
        }
      />
      <Stack gap={7}>
        <Columns aside={<AwardFacts award={award} linesAbove={linesAbove} />}>
          <AmountOfAward award={award} />
          <Panel title={t('award.why')}>
            {award.reason === '' ? (
              <p>{t('award.noReason')}</p>
            ) : (
              <PlainText lang={award.language}>{award.reason}</PlainText>
            )}
          </Panel>
          <AwardCorrections corrections={award.corrections} language={award.language} places={places} />
        </Columns>
        {award.otherAwards.length > 0 && (
          <Panel
            title={t('award.others')}
            actions={<UiLink href={organisationHref}>{t('award.toOrganisation')}</UiLink>}
          >
            <AwardList awards={award.otherAwards} label={t('award.others')} withoutOrganisation />
          </Panel>
        )}
      </Stack>
    </>
  );
}

function AmountOfAward({ award }: { readonly award: AwardRecord }) {
  const { t } = useTranslation('register');
  const language = useLanguage();
  return (
    <div className={styles.amount}>
      <p className={styles.figure}>
        <Money cents={award.amountCents} />
      </p>
      <ProgressBar
        label={t('award.paid')}
        value={award.paidCents}
        max={award.amountCents}
        text={t('award.paidOf', {
          paid: formatEuros(award.paidCents, language),
          amount: formatEuros(award.amountCents, language),
        })}
      />
      <AwardReductions award={award} />
    </div>
  );
}
