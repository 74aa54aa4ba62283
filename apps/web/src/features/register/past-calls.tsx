import { brusselsDay } from '@commonlot/domain';
import { type Column, Day, Money, None, Table, UiLink } from '@commonlot/ui';
import { useTranslation } from 'react-i18next';
import { Localised } from '../../shared/i18n/localised';
import { useLanguage, usePath } from '../../shared/i18n/use-language';
import styles from './call-card.module.css';
import { CallPhaseTag } from './call-phase-tag';
import { formatCount } from './figures';
import type { CallHead } from './records';

/** What became of past calls: how many applied, how many were admissible, how many received how much. */
export function PastCalls({ calls }: { readonly calls: readonly CallHead[] }) {
  const { t } = useTranslation('register');
  const language = useLanguage();
  const count = (number: number | null) => (number === null ? <None /> : formatCount(number, language));
  const columns: Column<CallHead>[] = [
    { id: 'call', header: t('calls.call'), cell: (call) => <CallName call={call} />, rowHeader: true },
    { id: 'phase', header: t('calls.phase'), cell: (call) => <CallPhaseTag phase={call.phase} />, noWrap: true },
    {
      id: 'closed',
      header: t('calls.closedOn'),
      cell: (call) => <Day on={brusselsDay(new Date(call.closesAt))} />,
      noWrap: true,
    },
    { id: 'filed', header: t('calls.filed'), cell: (call) => count(call.filed), end: true },
    { id: 'admissible', header: t('calls.admissible'), cell: (call) => count(call.admissible), end: true },
    { id: 'awarded', header: t('calls.awarded'), cell: (call) => count(call.awarded), end: true },
    { id: 'amount', header: t('calls.awardedAmount'), cell: (call) => <Money cents={call.awardedCents} />, end: true },
  ];
  return (
    <Table
      caption={t('calls.past')}
      captionHidden
      columns={columns}
      rows={calls}
      rowKey={(call) => call.number}
      narrow="compact"
    />
  );
}

function CallName({ call }: { readonly call: CallHead }) {
  const path = usePath();
  return (
    <span className={styles.name}>
      <UiLink href={path('call', { number: call.number })}>
        <Localised text={call.title} />
      </UiLink>
      <span className={styles.number}>{call.number}</span>
    </span>
  );
}
