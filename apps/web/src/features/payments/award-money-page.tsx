import { payments } from '@commonlot/contracts';
import { DataFigure, DataFigures, LinkButton, Money, PageHeader, Stack } from '@commonlot/ui';
import { History } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { serverApi } from '../../shared/api/api.server';
import { usePath } from '../../shared/i18n/use-language';
import { PageTitle } from '../../shared/page-title';
import { useSession } from '../../shared/session/session';
import { AwardMoneyDialog, type OpenedMoney } from './award-money-dialog';
import type { AwardMoney } from './award-money-records';
import { ReductionsPanel } from './reductions-panel';
import { RepaymentsPanel } from './repayments-panel';

export async function loader({ request, params }: LoaderFunctionArgs) {
  return serverApi(request)(payments.readAwardMoney, { params: { decisionId: params['decisionId'] ?? '' } });
}

/** An award after its signature: what is left of it, what was paid, and what comes back. */
export default function AwardMoneyPage() {
  const { t } = useTranslation('payments');
  const path = usePath();
  const { can } = useSession();
  const award = useLoaderData<typeof loader>();
  const [opened, setOpened] = useState<OpenedMoney>(null);
  return (
    <>
      <PageTitle>{`${t('money.title')} ${award.number}`}</PageTitle>
      <PageHeader
        title={t('money.title')}
        kicker={award.number}
        lede={<p>{t('money.lede')}</p>}
        breadcrumbs={can('payment:read') ? [{ label: t('title'), href: path('payments') }] : []}
        meta={
          <>
            <span>{award.organisationName}</span>
            <span>{award.title}</span>
            <span>{t('money.line', { code: award.lineCode })}</span>
          </>
        }
        actions={
          <LinkButton
            size="small"
            icon={<History aria-hidden="true" />}
            href={path('history', { subjectType: 'decision', subjectId: award.decisionId })}
          >
            {t('money.history')}
          </LinkButton>
        }
      />
      <Stack gap={7}>
        <Figures award={award} />
        <ReductionsPanel award={award} onOpen={setOpened} />
        <RepaymentsPanel award={award} onOpen={setOpened} />
      </Stack>
      <AwardMoneyDialog award={award} opened={opened} onClose={() => setOpened(null)} />
    </>
  );
}

function Figures({ award }: { readonly award: AwardMoney }) {
  const { t } = useTranslation('payments');
  const figures = [
    ['original', award.originalCents],
    ['current', award.amountCents],
    ['paid', award.paidCents],
    ['recovered', award.recoveredCents],
  ] as const;
  return (
    <DataFigures>
      {figures.map(([name, amount]) => (
        <DataFigure key={name} value={<Money cents={amount} decimals="always" />} label={t(`money.figure.${name}`)} />
      ))}
    </DataFigures>
  );
}
