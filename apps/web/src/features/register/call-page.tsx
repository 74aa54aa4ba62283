import { register } from '@commonlot/contracts';
import { DataFigure, DataFigures, Money, PageHeader, Panel, Stack, UiLink } from '@commonlot/ui';
import { useTranslation } from 'react-i18next';
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { serverApi } from '../../shared/api/api.server';
import { Localised, LocalisedParagraphs, useLocalised } from '../../shared/i18n/localised';
import { useLanguage, usePath } from '../../shared/i18n/use-language';
import { PageTitle } from '../../shared/page-title';
import { CallCriteria } from './call-criteria';
import { CallDoor } from './call-door';
import styles from './call-page.module.css';
import { CallPhaseTag } from './call-phase-tag';
import { CallQuestions } from './call-questions';
import { formatCount } from './figures';
import type { CallRecord } from './records';

export function loader({ request, params }: LoaderFunctionArgs) {
  return serverApi(request)(register.readPublicCall, { params: { number: params.number ?? '' } });
}

/** Everything one wants to know before applying, all questions included; nothing of it stands behind a sign-in. */
export default function CallPage() {
  const { t } = useTranslation('register');
  const path = usePath();
  const localised = useLocalised();
  const call = useLoaderData<typeof loader>();
  return (
    <>
      <PageTitle>{localised(call.title)}</PageTitle>
      <meta name="description" content={localised(call.summary)} />
      <PageHeader
        title={<Localised text={call.title} />}
        kicker={call.number}
        breadcrumbs={[{ label: t('calls.title'), href: path('calls') }]}
        meta={<CallPhaseTag phase={call.phase} />}
        lede={
          <p>
            <Localised text={call.summary} />
          </p>
        }
      />
      <Stack gap={7}>
        <CallDoor call={call} />
        <CallResults call={call} />
        <nav aria-label={t('call.onThisPage')} className={styles.contents}>
          <ul>
            {(['about', 'eligibility', 'criteria', 'questions'] as const).map((part) => (
              <li key={part}>
                <a href={`#${part}`}>{t(`call.${part}`)}</a>
              </li>
            ))}
          </ul>
        </nav>
        <Panel title={t('call.about')} id="about">
          <LocalisedParagraphs text={call.description} />
        </Panel>
        <Panel title={t('call.eligibility')} id="eligibility">
          <LocalisedParagraphs text={call.eligibility} />
        </Panel>
        <CallCriteria criteria={call.criteria} />
        <CallQuestions form={call.form} />
        {call.phase === 'open' && <CallDoor call={call} isRepeated />}
      </Stack>
    </>
  );
}

/** What became of a call that is over; what is not decided yet is not told in numbers. */
function CallResults({ call }: { readonly call: CallRecord }) {
  const { t } = useTranslation('register');
  const language = useLanguage();
  const path = usePath();
  if (call.filed === null && call.awarded === null) return null;
  return (
    <Panel title={t('call.results')}>
      <DataFigures>
        {(['filed', 'admissible', 'awarded'] as const).map((what) => {
          const count = call[what];
          return count === null ? null : (
            <DataFigure key={what} value={formatCount(count, language)} label={t(`calls.${what}`)} />
          );
        })}
        {call.awardedCents !== null && (
          <DataFigure value={<Money cents={call.awardedCents} />} label={t('calls.awardedAmount')} />
        )}
      </DataFigures>
      {(call.awarded ?? 0) > 0 && (
        <p>
          <UiLink href={path('awards', {}, { call: call.number })}>{t('call.toAwards')}</UiLink>
        </p>
      )}
    </Panel>
  );
}
