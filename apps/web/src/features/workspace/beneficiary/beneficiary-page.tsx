import { workspace } from '@commonlot/contracts';
import { formatEnterpriseNumber } from '@commonlot/domain';
import { DataFigure, DataFigures, Day, EmptyState, Money, PageHeader, Pagination, Panel, Stack } from '@commonlot/ui';
import { Trans, useTranslation } from 'react-i18next';
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { serverApi } from '../../../shared/api/api.server';
import { usePath } from '../../../shared/i18n/use-language';
import { PageTitle } from '../../../shared/page-title';
import { DayFilter, dayAsked } from '../../ledger';
import { BeneficiaryEntries } from './beneficiary-entries';
import { BeneficiaryLines } from './beneficiary-lines';

const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const api = serverApi(request);
  const asked = new URL(request.url).searchParams;
  const day = dayAsked(request);
  const [after, line] = [asked.get('after'), asked.get('line')];
  const lineId = line !== null && uuid.test(line) ? line : null;
  const query = { ...day, ...(after === null ? {} : { after }), ...(lineId === null ? {} : { lineId }) };
  const input = { params: { organisationId: params['organisationId'] ?? '' } };
  const [statement, entries] = await Promise.all([
    api(workspace.readBeneficiaryStatement, { ...input, query: day }),
    api(workspace.listBeneficiaryEntries, { ...input, query }),
  ]);
  return { statement, entries, lineId, isFirst: after === null };
}

/** What an organisation was awarded over all years, and what came of it, down to each entry. */
export default function BeneficiaryPage() {
  const { t } = useTranslation('workspace');
  const path = usePath();
  const { statement, entries, lineId, isFirst } = useLoaderData<typeof loader>();
  const { organisation, on, rows, total } = statement;
  const chosen = rows.find((row) => row.lineId === lineId);
  const here = { organisationId: organisation.id };
  return (
    <>
      <PageTitle>{t('beneficiary.title', { name: organisation.name })}</PageTitle>
      <PageHeader
        title={organisation.name}
        kicker={`${t('beneficiary.kicker')} · ${formatEnterpriseNumber(organisation.enterpriseNumber)}`}
        lede={
          <p>
            <Trans t={t} i18nKey="beneficiary.lede" components={{ day: <Day on={on} /> }} />
          </p>
        }
        breadcrumbs={[
          { label: t('beneficiary.organisations'), href: path('work-organisations') },
          { label: organisation.name, href: path('work-organisation', here) },
        ]}
      />
      <Stack gap={7}>
        <DayFilter here={path('beneficiary', here)} on={on} />
        {rows.length === 0 ? (
          <EmptyState title={t('beneficiary.none')}>{t('beneficiary.noneText')}</EmptyState>
        ) : (
          <>
            <DataFigures>
              <DataFigure size="large" value={<Money cents={total.awardedCents} />} label={t('beneficiary.awarded')} />
              <DataFigure value={<Money cents={total.reducedCents} />} label={t('beneficiary.reduced')} />
              <DataFigure value={<Money cents={total.paidCents} />} label={t('beneficiary.paid')} />
              <DataFigure value={<Money cents={total.returnedCents} />} label={t('beneficiary.returned')} />
              <DataFigure value={<Money cents={total.openCents} />} label={t('beneficiary.open')} />
            </DataFigures>
            <Panel title={t('beneficiary.lines')}>
              <BeneficiaryLines statement={statement} />
            </Panel>
            <div id="entries">
              <Panel
                title={
                  chosen === undefined
                    ? t('beneficiary.entries')
                    : t('beneficiary.entriesOf', { code: chosen.code, year: chosen.year })
                }
              >
                <Stack>
                  <BeneficiaryEntries
                    entries={entries.rows}
                    allHref={lineId === null ? null : path('beneficiary', here, { on })}
                  />
                  <Pagination
                    newerHref={isFirst ? null : path('beneficiary', here, { on, line: lineId })}
                    olderHref={
                      entries.next === null
                        ? null
                        : path('beneficiary', here, { on, line: lineId, after: entries.next })
                    }
                  />
                </Stack>
              </Panel>
            </div>
          </>
        )}
      </Stack>
    </>
  );
}
