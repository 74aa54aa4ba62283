import { payments } from '@commonlot/contracts';
import { EmptyState, LinkButton, PageHeader, Pagination, Stack, TabLinks } from '@commonlot/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type LoaderFunctionArgs, useLoaderData, useRevalidator } from 'react-router';
import { type ServerApi, serverApi } from '../../shared/api/api.server';
import { usePath } from '../../shared/i18n/use-language';
import { PageTitle } from '../../shared/page-title';
import { useSession } from '../../shared/session/session';
import { type Advance, AdvancePanel } from '../ledger';
import { BatchBar } from './batch-bar';
import { ConfirmDialog } from './confirm-dialog';
import { type Payment, type PaymentState, paymentStates } from './payment-records';
import { PaymentTable } from './payment-table';
import { ReturnDialog } from './return-dialog';

export async function loader({ request }: LoaderFunctionArgs) {
  const api = serverApi(request);
  const query = new URL(request.url).searchParams;
  const state = paymentStates.find((each) => each === query.get('state')) ?? 'planned';
  const after = query.get('after') ?? undefined;
  const [page, advances, ...counts] = await Promise.all([
    api(payments.listPayments, { query: { state, ...(after === undefined ? {} : { after }) } }),
    api(payments.listAdvances),
    ...(['planned', 'prepared', 'approved'] as const).map((each) => countOf(api, each)),
  ]);
  return { ...page, advances: advances.rows, state, isFirst: after === undefined, counts: Object.fromEntries(counts) };
}

/** How many wait in a state, if they are few enough to be counted in one page; work, not history. */
async function countOf(api: ServerApi, state: PaymentState): Promise<[PaymentState, number | undefined]> {
  const { rows, next } = await api(payments.listPayments, { query: { state, limit: 200 } });
  return [state, next === null ? rows.length : undefined];
}

type Opened = { readonly step: 'return' | 'confirm'; readonly payment: Payment } | null;

/** Instalments on their way from promise to bank statement. */
export default function PaymentsPage() {
  const { t } = useTranslation('payments');
  const path = usePath();
  const { can } = useSession();
  const { revalidate } = useRevalidator();
  const { rows, advances, next, state, isFirst, counts } = useLoaderData<typeof loader>();
  const [opened, setOpened] = useState<Opened>(null);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const close = () => setOpened(null);
  const selected = rows.filter((row) => chosen.has(row.id) && (row.may.prepare || row.may.approve));
  const tabs = paymentStates.map((each) => {
    const count = (counts as Partial<Record<PaymentState, number>>)[each];
    return {
      href: path('payments', {}, { state: each }),
      label: t(`state.${each}`),
      current: each === state,
      ...(count === undefined ? {} : { count }),
    };
  });
  return (
    <>
      <PageTitle>{t('title')}</PageTitle>
      <PageHeader
        title={t('title')}
        lede={<p>{t(ledeOf(can('payment:prepare'), can('payment:approve')))}</p>}
        actions={<LinkButton href={path('bank-statements')}>{t('reconciliation.title')}</LinkButton>}
      />
      <Stack gap={5}>
        <TabLinks label={t('tabs')} tabs={tabs} />
        {state === 'prepared' &&
          advances.filter(isBound).map((advance) => <AdvancePanel key={advance.year} advance={advance} />)}
        {/* Its result list stays when the rows that it names have gone to the next tab. */}
        <BatchBar
          key={state}
          rows={rows}
          selected={selected}
          onSelect={(ids) => setChosen(new Set(ids))}
          onDone={() => revalidate()}
        />
        {rows.length === 0 ? (
          <EmptyState title={t(`none.${state}`)} />
        ) : (
          <PaymentTable
            rows={rows}
            state={state}
            chosen={chosen}
            onChoose={(ids) => setChosen(ids)}
            onOpen={(step, payment) => setOpened({ step, payment })}
          />
        )}
        <Pagination
          newerHref={isFirst ? null : path('payments', {}, { state })}
          olderHref={next === null ? null : path('payments', {}, { state, after: next })}
        />
      </Stack>
      {opened?.step === 'return' && <ReturnDialog payment={opened.payment} onClose={close} />}
      {opened?.step === 'confirm' && <ConfirmDialog payment={opened.payment} onClose={close} />}
    </>
  );
}

/** Only a year with a ceiling can refuse an approval. */
const isBound = ({ percent }: Advance) => percent !== null;

/** What the reader's part is: four eyes means that nobody has both. */
function ledeOf(mayPrepare: boolean, mayApprove: boolean): string {
  if (mayPrepare) return 'lede.prepare';
  return mayApprove ? 'lede.approve' : 'lede.read';
}
