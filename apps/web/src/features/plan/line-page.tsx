import { ledger, plan } from '@commonlot/contracts';
import { inLanguage } from '@commonlot/domain';
import {
  DataFigure,
  DataFigures,
  EmptyState,
  LinkButton,
  Meter,
  Money,
  PageHeader,
  Pagination,
  Panel,
  Stack,
} from '@commonlot/ui';
import { useTranslation } from 'react-i18next';
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { serverApi } from '../../shared/api/api.server';
import { useLanguage, usePath } from '../../shared/i18n/use-language';
import { PageTitle } from '../../shared/page-title';
import { dayAsked, OverrunPanel, StatementPanel } from '../ledger';
import { LineDuties } from './line-duties';
import { LineEntries } from './line-entries';
import { LineHistory } from './line-history';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const api = serverApi(request);
  const input = { params: { lineId: params['lineId'] ?? '' } };
  const after = new URL(request.url).searchParams.get('after') ?? undefined;
  const [line, figures, entries, statement, history, overruns] = await Promise.all([
    api(plan.readPlanLine, input),
    api(ledger.readLineFigures, input),
    api(ledger.listLineEntries, { ...input, query: after === undefined ? {} : { after } }),
    api(ledger.readLineStatement, { ...input, query: dayAsked(request) }),
    api(plan.readLineHistory, input),
    api(ledger.listOverruns, input),
  ]);
  // A heading carries no entries of its own; its figures are those of the lines under it.
  return {
    line,
    figures: line.figures ?? figures,
    entries,
    statement,
    history,
    overruns,
    isFirst: after === undefined,
  };
}

/** Where the money of one line of the plan stands, down to each entry of the ledger. */
export default function LinePage() {
  const { t } = useTranslation('plan');
  const { t: shared } = useTranslation('shared');
  const path = usePath();
  const language = useLanguage();
  const { line, figures, entries, statement, history, overruns, isFirst } = useLoaderData<typeof loader>();
  const label = inLanguage(line.label, language);
  return (
    <>
      <PageTitle>{`${line.code} ${label.text}`}</PageTitle>
      <PageHeader
        title={label.text}
        titleLang={label.language === language ? undefined : label.language}
        kicker={t('line.kicker', { code: line.code, year: line.year })}
        lede={<p>{t(`kind.${line.kind}`)}</p>}
        breadcrumbs={[
          { label: t('plans.title'), href: path('plans') },
          { label: t('plan', { year: line.year }), href: path('plan-version', { versionId: line.versionId }) },
        ]}
        actions={
          <LinkButton href={path('history', { subjectType: 'plan-line', subjectId: line.lineId })}>
            {shared('action.history')}
          </LinkButton>
        }
      />
      <Stack gap={7}>
        <DataFigures>
          <DataFigure size="large" value={<Money cents={figures.availableCents} />} label={shared('ui.available')} />
          <DataFigure value={<Money cents={figures.allocatedCents} />} label={shared('ui.allocated')} />
          <DataFigure value={<Money cents={figures.committedCents} />} label={shared('ui.committed')} />
          <DataFigure value={<Money cents={figures.paidCents} />} label={shared('ui.paid')} />
        </DataFigures>
        <Meter label={t('line.meter', { code: line.code })} {...figures} />
        {line.kind !== 'heading' && (
          <StatementPanel statement={statement} here={path('line', { lineId: line.lineId })} />
        )}
        {line.kind !== 'heading' && <OverrunPanel lineId={line.lineId} overruns={overruns} />}
        <Panel title={t('line.entries')}>
          <Stack>
            <p>{t('line.entriesText')}</p>
            {entries.rows.length === 0 ? (
              <EmptyState title={t('line.none')}>{t('line.noneText')}</EmptyState>
            ) : (
              <LineEntries entries={entries.rows} />
            )}
            <Pagination
              newerHref={isFirst ? null : path('line', { lineId: line.lineId })}
              olderHref={entries.next === null ? null : path('line', { lineId: line.lineId }, { after: entries.next })}
            />
          </Stack>
        </Panel>
        <LineDuties line={line} />
        <LineHistory rows={history.rows} />
        {line.legalGround !== '' && (
          <Panel title={t('field.legalGround')} level={3}>
            <p>{line.legalGround}</p>
          </Panel>
        )}
      </Stack>
    </>
  );
}
