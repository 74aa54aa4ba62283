import { type CostTable, cents, costTotals, formatEuros, requestedShare } from '@commonlot/domain';
import { CircleAlert, CircleCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../shared/i18n/use-language';
import styles from './cost-table-field.module.css';
import type { OwnApplication } from './records';

interface CostTotalsListProps {
  readonly table: CostTable | null;
  readonly limits: Pick<OwnApplication, 'maxAmountCents' | 'maxSharePercent'>;
}

interface Rule {
  readonly id: string;
  readonly isMet: boolean;
  readonly words: string;
}

/** The rules of the call against the table as it stands, so that nobody learns of them on sending. */
export function CostTotalsList(props: CostTotalsListProps) {
  const { t } = useTranslation('applications');
  const rules = useRules(props);
  return (
    <ul className={styles.rules} aria-label={t('costs.rules')}>
      {rules.map((rule) => (
        <li key={rule.id} data-met={rule.isMet || undefined}>
          {rule.isMet ? (
            <CircleCheck aria-label={t('costs.met')} role="img" />
          ) : (
            <CircleAlert aria-label={t('costs.notMet')} role="img" />
          )}
          <span>{rule.words}</span>
        </li>
      ))}
    </ul>
  );
}

function useRules({ table, limits }: CostTotalsListProps): Rule[] {
  const { t } = useTranslation('applications');
  const language = useLanguage();
  const totals = costTotals(table ?? { costs: [], incomes: [] });
  const { costsCents, differenceCents, ownCents, otherSubsidiesCents, requestedCents } = totals;
  const euros = (amount: number) => formatEuros(cents(amount), language);
  const share = table === null ? null : requestedShare(table);
  const { maxAmountCents, maxSharePercent } = limits;
  const isWithinShare = BigInt(requestedCents) * 100n <= BigInt(costsCents) * BigInt(maxSharePercent);
  const balance = Math.sign(differenceCents) as -1 | 0 | 1;
  const balanceKey = { '-1': 'short', 0: 'balanced', 1: 'over' }[balance];
  return [
    {
      id: 'balance',
      isMet: costsCents > 0 && differenceCents === 0,
      words:
        costsCents === 0
          ? t('costs.rule.empty')
          : t(`costs.rule.${balanceKey}`, { amount: euros(Math.abs(differenceCents)) }),
    },
    {
      id: 'amount',
      isMet: requestedCents > 0 && requestedCents <= maxAmountCents,
      words: t('costs.rule.amount', { amount: euros(requestedCents), maximum: euros(maxAmountCents) }),
    },
    {
      id: 'share',
      isMet: requestedCents > 0 && isWithinShare,
      words: t('costs.rule.share', { share: percent(share ?? 0), maximum: maxSharePercent }),
    },
    {
      id: 'own',
      isMet: costsCents > 0 && isWithinShare,
      words: t('costs.rule.own', { amount: euros(ownCents), others: euros(otherSubsidiesCents) }),
    },
  ];
}

/** Basis points as a figure with the comma of Belgium: 7825 is '78,25'. */
function percent(basisPoints: number): string {
  return (basisPoints / 100).toFixed(2).replace('.', ',').replace(/,00$/, '');
}
