import { type Cents, formatEuros } from '@commonlot/domain';
import { useUi } from '../provider/ui-provider';
import { VisuallyHidden } from '../provider/visually-hidden';
import styles from './figures.module.css';

interface MoneyProps {
  /** Whole euro cents; null where there is no amount. */
  readonly cents: Cents | null;
  /** 'always' in columns that are added up, so that the commas stand under each other; 'auto' elsewhere. */
  readonly decimals?: 'always' | 'auto';
  /** A plan line that is named without an amount ("PM"). */
  readonly isPm?: boolean;
}

/** An amount: never abbreviated, never broken over two lines, in figures of equal width. */
export function Money({ cents, decimals = 'auto', isPm = false }: MoneyProps) {
  const { language, words } = useUi();
  if (isPm) {
    return (
      <abbr className={styles.none} title={words.proMemoria}>
        PM
      </abbr>
    );
  }
  if (cents === null) return <None />;
  return (
    <data className={styles.money} value={(cents / 100).toFixed(2)}>
      {formatEuros(cents, language, { decimals })}
    </data>
  );
}

/** The dash that stands for nothing, with a word for those who do not see it. */
export function None() {
  const { words } = useUi();
  return (
    <span className={styles.none}>
      <span aria-hidden="true">–</span>
      <VisuallyHidden>{words.none}</VisuallyHidden>
    </span>
  );
}
