import { organisations, register } from '@commonlot/contracts';
import { formatInstant } from '@commonlot/domain';
import { Instant, LinkButton, Money, Notice, PageHeader, Panel, Stack, SummaryList, UiLink } from '@commonlot/ui';
import { useTranslation } from 'react-i18next';
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { serverApi } from '../../shared/api/api.server';
import { Localised, LocalisedParagraphs, useLocalised } from '../../shared/i18n/localised';
import { useLanguage, usePath } from '../../shared/i18n/use-language';
import { PageTitle } from '../../shared/page-title';
import type { CallRecord } from './records';
import { StartForm } from './start-form';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const api = serverApi(request);
  const [own, call] = await Promise.all([
    api(organisations.listOwnOrganisations),
    api(register.readPublicCall, { params: { number: params['callNumber'] ?? '' } }),
  ]);
  return { call, organisations: own.rows };
}

/** The last page before an application is begun: for whom, and in which language. */
export default function StartPage() {
  const { t } = useTranslation('applications');
  const language = useLanguage();
  const path = usePath();
  const localised = useLocalised();
  const { call, organisations: own } = useLoaderData<typeof loader>();
  const title = localised(call.title);
  return (
    <>
      <PageTitle>{t('start.pageTitle', { call: title })}</PageTitle>
      <PageHeader
        title={<Localised text={call.title} />}
        kicker={t('start.kicker', { number: call.number })}
        lede={<LocalisedParagraphs text={call.summary} />}
        breadcrumbs={[{ label: t('start.callPage'), href: path('call', { number: call.number }) }]}
      />
      <Stack gap={7}>
        <CallFacts call={call} />
        {call.phase === 'open' ? (
          <StartForm callNumber={call.number} organisations={own} />
        ) : (
          <Notice
            tone="warning"
            title={t('start.shut')}
            actions={<LinkButton href={path('calls')}>{t('list.toCalls')}</LinkButton>}
          >
            {t(call.phase === 'announced' ? 'start.notYet' : 'start.over', {
              opens: formatInstant(new Date(call.opensAt), language),
              closed: formatInstant(new Date(call.closesAt), language),
            })}
          </Notice>
        )}
      </Stack>
    </>
  );
}

function CallFacts({ call }: { readonly call: CallRecord }) {
  const { t } = useTranslation('applications');
  const path = usePath();
  return (
    <Panel>
      <SummaryList
        items={[
          { id: 'closes', label: t('fact.deadline'), value: <Instant at={call.closesAt} /> },
          { id: 'amount', label: t('fact.maximum'), value: <Money cents={call.maxAmountCents} /> },
          { id: 'share', label: t('fact.share'), value: t('fact.shareOf', { share: call.maxSharePercent }) },
          {
            id: 'questions',
            label: t('fact.questions'),
            value: (
              <UiLink href={`${path('call', { number: call.number })}#questions`}>
                {t('fact.allQuestions', {
                  count: call.form.sections.reduce((sum, each) => sum + each.questions.length, 0),
                })}
              </UiLink>
            ),
          },
        ]}
      />
    </Panel>
  );
}
