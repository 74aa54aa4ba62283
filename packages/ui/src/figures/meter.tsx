import { type Cents, cents } from '@commonlot/domain';
import { useUi } from '../provider/ui-provider';
import styles from './meter.module.css';
import { Money } from './money';

interface MeterProps {
  readonly label: string;
  readonly allocatedCents: Cents;
  /** Set aside for a call that is open. */
  readonly reservedCents?: Cents;
  /** Promised by a decision, whether paid or not. */
  readonly committedCents: Cents;
  readonly paidCents: Cents;
  /** Without the legend, where a table beside it already gives the amounts. */
  readonly barOnly?: boolean;
}

/** What became of an envelope: paid, promised, set aside, free; a bar and the same in words and amounts. */
export function Meter(props: MeterProps) {
  const { label, allocatedCents, reservedCents = cents(0), committedCents, paidCents, barOnly = false } = props;
  const { words } = useUi();
  const availableCents = cents(allocatedCents - committedCents - reservedCents);
  // What is paid was promised before: the bar shows the rest of the promise, the legend the whole of it.
  const unpaidCents = cents(committedCents - paidCents);
  const parts = [
    { key: 'paid', word: words.paid, amount: paidCents, share: paidCents },
    { key: 'committed', word: words.committed, amount: committedCents, share: unpaidCents },
    ...(reservedCents > 0
      ? [{ key: 'reserved', word: words.reserved, amount: reservedCents, share: reservedCents }]
      : []),
    { key: 'available', word: words.available, amount: availableCents, share: availableCents },
  ];
  const bar = (
    <div className={styles.bar} aria-hidden="true">
      {allocatedCents > 0 &&
        parts.map((part) => (
          <span key={part.key} data-part={part.key} style={{ flexGrow: Math.max(0, part.share / allocatedCents) }} />
        ))}
    </div>
  );
  if (barOnly) return bar;
  return (
    <figure className={styles.meter} aria-label={label}>
      <figcaption className={styles.caption}>
        <span>{label}</span>
        <span>
          {words.allocated} <Money cents={allocatedCents} />
        </span>
      </figcaption>
      {bar}
      <dl className={styles.legend}>
        {parts.map((part) => (
          <div key={part.key} data-part={part.key}>
            <dt>{part.word}</dt>
            <dd>
              <Money cents={part.amount} />
            </dd>
          </div>
        ))}
      </dl>
    </figure>
  );
}
