import { payments } from '@commonlot/contracts';
import { cents } from '@commonlot/domain';
import {
  DataFigure,
  DataFigures,
  Day,
  Details,
  LinkButton,
  Money,
  Notice,
  PageHeader,
  Panel,
  Stack,
} from '@commonlot/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { serverApi } from '../../../shared/api/api.server';
import { usePath } from '../../../shared/i18n/use-language';
import { PageTitle } from '../../../shared/page-title';
import { ConfirmStatement } from './confirm-statement';
import { DifferenceTable } from './difference-table';
import { EntryTable } from './entry-table';
import { ExplainDialog } from './explain-dialog';
import { type Difference, differencesOf, type Statement } from './statement-records';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const statementId = params['statementId'] ?? '';
  return { statement: await serverApi(request)(payments.readBankStatement, { params: { statementId } }) };
}

/** A statement of the bank: what differs first, then what agrees and waits, then what is done. */
export default function StatementPage() {
  const { t } = useTranslation('payments');
  const path = usePath();
  const { statement } = useLoaderData<typeof loader>();
  const [chosen, setChosen] = useState<Difference | null>(null);
  const differences = differencesOf(statement);
  const open = differences.filter(({ explanation }) => explanation === null);
  const explained = differences.filter(({ explanation }) => explanation !== null);
  const agreeing = statement.entries.filter(({ entryClass }) => entryClass === 'exact');
  const incoming = statement.entries.filter(({ entryClass }) => entryClass === 'incoming');
  const title = t('reconciliation.statement', { reference: statement.reference });
  return (
    <>
      <PageTitle>{title}</PageTitle>
      <PageHeader
        title={title}
        breadcrumbs={[
          { label: t('title'), href: path('payments') },
          { label: t('reconciliation.title'), href: path('bank-statements') },
        ]}
        actions={
          <LinkButton href={path('history', { subjectType: 'bank-statement', subjectId: statement.id })}>
            {t('reconciliation.history')}
          </LinkButton>
        }
      />
      <Stack gap={6}>
        <StatementFigures statement={statement} />
        <Panel title={t('reconciliation.open', { count: open.length })}>
          {open.length === 0 ? (
            <Notice tone="success">{t('reconciliation.noneOpen')}</Notice>
          ) : (
            <DifferenceTable
              caption={t('reconciliation.open', { count: open.length })}
              rows={open}
              {...(statement.may.explain ? { onExplain: setChosen } : {})}
            />
          )}
        </Panel>
        <Panel title={t('reconciliation.agrees', { count: agreeing.length })}>
          <Stack gap={4}>
            <ConfirmStatement statement={statement} />
            {agreeing.length > 0 && (
              <EntryTable caption={t('reconciliation.agrees', { count: agreeing.length })} rows={agreeing} />
            )}
          </Stack>
        </Panel>
        {explained.length > 0 && (
          <Panel title={t('reconciliation.explained', { count: explained.length })}>
            <DifferenceTable caption={t('reconciliation.explained', { count: explained.length })} rows={explained} />
          </Panel>
        )}
        {incoming.length > 0 && (
          <Details summary={t('reconciliation.incoming', { count: incoming.length })}>
            <EntryTable caption={t('reconciliation.incoming', { count: incoming.length })} rows={incoming} />
          </Details>
        )}
      </Stack>
      {chosen !== null && (
        <ExplainDialog statementId={statement.id} difference={chosen} onClose={() => setChosen(null)} />
      )}
    </>
  );
}

function StatementFigures({ statement }: { readonly statement: Statement }) {
  const { t } = useTranslation('payments');
  const moved = cents(statement.closingCents - statement.openingCents);
  return (
    <DataFigures>
      <DataFigure
        label={t('reconciliation.field.period')}
        value={
          <>
            <Day on={statement.fromOn} />
            {statement.toOn !== statement.fromOn && (
              <>
                {' – '}
                <Day on={statement.toOn} />
              </>
            )}
          </>
        }
      />
      <DataFigure
        label={t('reconciliation.opening')}
        value={<Money cents={statement.openingCents} decimals="always" />}
      />
      <DataFigure label={t('reconciliation.moved')} value={<Money cents={moved} decimals="always" />} />
      <DataFigure
        label={t('reconciliation.closing')}
        value={<Money cents={statement.closingCents} decimals="always" />}
      />
    </DataFigures>
  );
}
