import { calls, decisions, ledger } from '@commonlot/contracts';
import { inLanguage } from '@commonlot/domain';
import {
  Columns,
  DataFigure,
  DataFigures,
  LinkButton,
  Meter,
  Money,
  Notice,
  PageHeader,
  Panel,
  Stack,
  UiLink,
} from '@commonlot/ui';
import { useTranslation } from 'react-i18next';
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { serverApi } from '../../shared/api/api.server';
import { useLanguage, usePath } from '../../shared/i18n/use-language';
import { PageTitle } from '../../shared/page-title';
import { useSession } from '../../shared/session/session';
import { BlockerList } from './blocker-list';
import { CallFacts } from './call-facts';
import { CallMoves } from './call-moves';
import { CallProgress } from './call-progress';
import { otherThan } from './own-text';
import { PhaseTag } from './phase-tag';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const api = serverApi(request);
  const call = await api(calls.readCall, { params: { callId: params['callId'] ?? '' } });
  // Who may read calls does not always read the ledger; the page stands without the figures of the line.
  const figures = await api.attempt((asked) => asked(ledger.readLineFigures, { params: { lineId: call.lineId } }));
  const batches = await api.attempt((asked) => asked(decisions.listBatches, { query: { callId: call.id } }));
  return { call, figures: figures.answer ?? null, batches: batches.answer?.rows ?? [] };
}

/** A call for the office: what it is, where its files stand, and what can be done with it now. */
export default function CallPage() {
  const { t } = useTranslation('calls');
  const { t: shared } = useTranslation('shared');
  const path = usePath();
  const language = useLanguage();
  const { can } = useSession();
  const { call, figures, batches } = useLoaderData<typeof loader>();
  const title = inLanguage(call.title, language);
  const isDraft = call.state === 'draft';
  return (
    <>
      <PageTitle>{`${call.number} ${title.text}`}</PageTitle>
      <PageHeader
        title={title.text}
        titleLang={otherThan(language, title.language)}
        kicker={call.number}
        breadcrumbs={[{ label: t('list.title'), href: path('work-calls') }]}
        meta={<PhaseTag phase={call.phase} />}
        actions={
          <>
            {isDraft && can('call:write') && (
              <LinkButton tone="primary" href={path('edit-call', { callId: call.id })}>
                {t('page.edit')}
              </LinkButton>
            )}
            {call.state === 'published' && (
              <LinkButton href={path('call', { number: call.number })}>{t('page.public')}</LinkButton>
            )}
            {batches.map((batch) => (
              <LinkButton key={batch.id} href={path('batch', { batchId: batch.id })}>
                {t('page.decisions', { number: batch.number })}
              </LinkButton>
            ))}
            <LinkButton href={path('history', { subjectType: 'call', subjectId: call.id })}>
              {shared('action.history')}
            </LinkButton>
          </>
        }
      />
      <Stack gap={7}>
        <DataFigures>
          <DataFigure size="large" value={<Money cents={call.envelopeCents} />} label={t('field.envelope')} />
          <DataFigure
            value={call.filed}
            label={t('field.filed')}
            note={t('page.drafts', { count: call.counts.draft })}
          />
          <DataFigure value={call.admitted} label={t('field.admitted')} />
          <DataFigure value={call.counts.awarded} label={t('field.awarded')} />
        </DataFigures>
        <Columns aside={<CallFacts call={call} />}>
          <Stack gap={6}>
            {isDraft && call.blockers.length > 0 && (
              <Notice tone="warning" title={t('blockers.title', { count: call.blockers.length })}>
                <BlockerList blockers={call.blockers} base={path('edit-call', { callId: call.id })} />
              </Notice>
            )}
            <CallMoves call={call} />
            {!isDraft && call.state !== 'cancelled' && (
              <Panel title={t('progress.title')}>
                <CallProgress call={call} />
              </Panel>
            )}
            {figures !== null && (
              <Panel
                title={t('page.money')}
                actions={<UiLink href={path('line', { lineId: call.lineId })}>{t('page.toLine')}</UiLink>}
              >
                <Meter label={t('page.lineMeter', { code: call.lineCode })} {...figures} />
              </Panel>
            )}
          </Stack>
        </Columns>
      </Stack>
    </>
  );
}
