import { brusselsDay } from '@commonlot/domain';
import { type Column, Day, EmptyState, Table, UiLink } from '@commonlot/ui';
import { useTranslation } from 'react-i18next';
import { usePath } from '../../../shared/i18n/use-language';
import type { Dashboard } from './records';

type Row = Dashboard['waiting'][number];

const dayMs = 86_400_000;

/** Whole days between the day on which the oldest began to wait and the day of the figures. */
export function daysWaiting(oldestAt: string, on: string): number {
  const since = brusselsDay(new Date(oldestAt));
  return Math.max(0, Math.round((Date.parse(`${on}T00:00:00Z`) - Date.parse(`${since}T00:00:00Z`)) / dayMs));
}

/** What waits for whom, in the order of the way of a euro; each step leads to its list. */
export function Waiting({ rows, on }: { readonly rows: readonly Row[]; readonly on: string }) {
  const { t } = useTranslation('workspace');
  const { t: shared } = useTranslation('shared');
  const hrefOf = useLists();
  if (rows.length === 0) {
    return <EmptyState title={t('dashboard.waiting.none')}>{t('dashboard.waiting.noneText')}</EmptyState>;
  }
  const columns: Column<Row>[] = [
    {
      id: 'step',
      header: t('dashboard.waiting.step'),
      rowHeader: true,
      cell: ({ step }) => <UiLink href={hrefOf(step)}>{t(`dashboard.step.${step}`)}</UiLink>,
    },
    { id: 'role', header: t('dashboard.waiting.role'), cell: ({ role }) => shared(`role.${role}`) },
    {
      id: 'oldest',
      header: t('dashboard.waiting.oldest'),
      cell: ({ oldestAt }) =>
        oldestAt === null ? null : (
          <span>
            {t('dashboard.waiting.days', { count: daysWaiting(oldestAt, on) })} (
            <Day on={brusselsDay(new Date(oldestAt))} />)
          </span>
        ),
    },
    { id: 'count', header: t('dashboard.waiting.count'), end: true, cell: ({ count }) => count },
  ];
  return (
    <Table
      caption={t('dashboard.waiting.title')}
      captionHidden
      narrow="compact"
      columns={columns}
      rows={rows}
      rowKey={({ step }) => step}
    />
  );
}

/** The list in which the files of a step stand. */
function useLists(): (step: Row['step']) => string {
  const path = usePath();
  return (step) => {
    switch (step) {
      case 'submit-plan':
      case 'approve-plan':
      case 'enter-plan-into-force':
        return path('plans');
      case 'finish-call':
      case 'screen':
      case 'assign-reviewers':
      case 'score':
        return path('work-calls');
      case 'propose-direct-file':
        return path('direct-files');
      case 'prepare-decisions':
      case 'sign-decisions':
      case 'release-decisions':
        return path('batches');
      case 'verify-bank-account':
        return path('work-organisations');
      case 'prepare-payment':
        return path('payments', {}, { state: 'planned' });
      case 'approve-payment':
        return path('payments', {}, { state: 'prepared' });
      case 'confirm-payment':
        return path('payments', {}, { state: 'approved' });
    }
  };
}
