import { calls, decisions, reviews } from '@commonlot/contracts';
import { type Cents, cents, inLanguage, subtractCents } from '@commonlot/domain';
import {
  Button,
  DataFigure,
  DataFigures,
  EmptyState,
  LinkButton,
  Money,
  Notice,
  PageHeader,
  Stack,
} from '@commonlot/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type LoaderFunctionArgs, useLoaderData, useNavigate } from 'react-router';
import { serverApi } from '../../shared/api/api.server';
import { useApi, useFormKey } from '../../shared/api/browser-api';
import { ProblemNotice } from '../../shared/form/problem-notice';
import { useLanguage, usePath } from '../../shared/i18n/use-language';
import { PageTitle } from '../../shared/page-title';
import { useSession } from '../../shared/session/session';
import { ProcedureTabs } from '../applications';
import { RankingTable } from './ranking-table';
import type { Ranking } from './records';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const api = serverApi(request);
  const callId = params.callId ?? '';
  const [call, ranking, batches] = await Promise.all([
    api(calls.readCall, { params: { callId } }),
    api(reviews.readRanking, { params: { callId } }),
    api.attempt((asked) => asked(decisions.listBatches, { query: { callId } })),
  ]);
  const { id, number, title, state } = call;
  return { call: { id, number, title, state }, ranking, batches: batches.answer?.rows ?? [] };
}

/** The files of a call by the reviews that were sent, and how far the money reaches. */
export default function RankingPage() {
  const { t } = useTranslation('reviews');
  const language = useLanguage();
  const { call, ranking, batches } = useLoaderData<typeof loader>();
  const path = usePath();
  const { can } = useSession();
  const callTitle = inLanguage(call.title, language);
  const mayPrepare =
    can('decision:prepare') && ranking.isComplete && call.state === 'published' && batches.length === 0;
  return (
    <>
      <PageTitle>{t('ranking.title')}</PageTitle>
      <PageHeader
        title={callTitle.text}
        titleLang={callTitle.language}
        kicker={call.number}
        lede={<p>{t('ranking.lede')}</p>}
        actions={batches.map((batch) => (
          <LinkButton key={batch.id} href={path('batch', { batchId: batch.id })}>
            {t('ranking.toDecisions', { number: batch.number })}
          </LinkButton>
        ))}
      />
      <ProcedureTabs callId={call.id} current="ranking" />
      {ranking.rows.length === 0 ? (
        <EmptyState title={t('ranking.none')}>{t('ranking.noneText')}</EmptyState>
      ) : (
        <Stack gap={6}>
          {!ranking.isComplete && <NotComplete callId={call.id} ranking={ranking} />}
          {mayPrepare && <PrepareDecisions callId={call.id} />}
          <Figures ranking={ranking} />
          <RankingTable ranking={ranking} />
        </Stack>
      )}
    </>
  );
}

function Figures({ ranking }: { readonly ranking: Ranking }) {
  const { t } = useTranslation('reviews');
  const inside = ranking.rows.filter(({ withinEnvelope }) => withinEnvelope);
  const taken: Cents = inside.at(-1)?.cumulativeCents ?? cents(0);
  return (
    <DataFigures>
      <DataFigure label={t('ranking.envelope')} value={<Money cents={ranking.envelopeCents} />} />
      <DataFigure
        label={t('ranking.within')}
        value={<Money cents={taken} />}
        note={t('ranking.files', { count: inside.length })}
      />
      <DataFigure label={t('ranking.left')} value={<Money cents={subtractCents(ranking.envelopeCents, taken)} />} />
    </DataFigures>
  );
}

function NotComplete({ callId, ranking }: { readonly callId: string; readonly ranking: Ranking }) {
  const { t } = useTranslation('reviews');
  const path = usePath();
  const { can } = useSession();
  return (
    <Notice
      tone="warning"
      title={t('ranking.incomplete')}
      actions={
        can('review:assign') && (
          <LinkButton size="small" href={path('assign-reviewers', { callId }, { by: 'reviewer' })}>
            {t('ranking.toReviewers')}
          </LinkButton>
        )
      }
    >
      <p>
        {ranking.waitingReviews > 0 ? t('ranking.waiting', { count: ranking.waitingReviews }) : t('ranking.unfinished')}
      </p>
    </Notice>
  );
}

function PrepareDecisions({ callId }: { readonly callId: string }) {
  const { t } = useTranslation('reviews');
  const api = useApi();
  const path = usePath();
  const navigate = useNavigate();
  const [key] = useFormKey();
  const [isPending, setPending] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);

  async function prepare() {
    setPending(true);
    setProblem(null);
    try {
      const batch = await api(decisions.createBatch, { body: { callId, directFileIds: [] } }, { key });
      await navigate(path('batch', { batchId: batch.id }));
    } catch (error) {
      setProblem(error);
      setPending(false);
    }
  }

  return (
    <>
      <ProblemNotice error={problem} />
      <Notice
        tone="success"
        title={t('ranking.complete')}
        actions={
          <Button tone="primary" pending={isPending} onClick={() => void prepare()}>
            {t('ranking.prepare')}
          </Button>
        }
      >
        <p>{t('ranking.completeText')}</p>
      </Notice>
    </>
  );
}
