import type { Cents } from '@commonlot/domain';
import styles from './awarded-bar.module.css';

interface AwardedBarProps {
  readonly awardedCents: Cents;
  readonly amountCents: Cents;
}

/** How much of an amount is awarded already. Only a picture: the amount itself stands beside it in words. */
export function AwardedBar({ awardedCents, amountCents }: AwardedBarProps) {
  const part = amountCents > 0 ? Math.min(1, awardedCents / amountCents) : 0;
  return (
    <span className={styles.bar} aria-hidden="true">
      <span className={styles.part} style={{ inlineSize: `${part * 100}%` }} />
    </span>
  );
}
