import type { Cents } from '@commonlot/domain';
import type { ReactNode } from 'react';
import styles from './gauge.module.css';
import { Money } from './money';

interface GaugeProps {
  /** What is measured against what: "Paid until 30 June, at most 50 %". */
  readonly label: string;
  readonly valueCents: Cents;
  readonly valueLabel: string;
  /** What the value must not pass; where the bar has its mark. */
  readonly ceilingCents: Cents;
  readonly ceilingLabel: string;
  /** The whole bar. */
  readonly maxCents: Cents;
  /** Says in words how it stands: "€ 12 000 below the ceiling". The colour of the bar says no more than this. */
  readonly state: ReactNode;
}

/** How far something is from a ceiling: a bar with a mark where the ceiling is, and the same in words and amounts. */
export function Gauge(props: GaugeProps) {
  const { label, valueCents, valueLabel, ceilingCents, ceilingLabel, maxCents, state } = props;
  const part = (amount: Cents) => `${maxCents > 0 ? Math.min(100, Math.max(0, (amount / maxCents) * 100)) : 0}%`;
  return (
    <figure className={styles.gauge} aria-label={label} data-over={valueCents > ceilingCents || undefined}>
      <figcaption className={styles.caption}>{label}</figcaption>
      <div className={styles.track} aria-hidden="true">
        <span className={styles.room} style={{ inlineSize: part(ceilingCents) }} />
        <span className={styles.value} style={{ inlineSize: part(valueCents) }} />
        <span className={styles.mark} style={{ insetInlineStart: part(ceilingCents) }} />
      </div>
      <dl className={styles.legend}>
        <div>
          <dt>{valueLabel}</dt>
          <dd>
            <Money cents={valueCents} />
          </dd>
        </div>
        <div>
          <dt>{ceilingLabel}</dt>
          <dd>
            <Money cents={ceilingCents} />
          </dd>
        </div>
      </dl>
      <p className={styles.state}>{state}</p>
    </figure>
  );
}
