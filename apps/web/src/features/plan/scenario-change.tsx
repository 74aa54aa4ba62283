import { type Cents, subtractCents } from '@commonlot/domain';
import { Money } from '@commonlot/ui';
import styles from './scenario.module.css';

interface ChangeProps {
  readonly before: Cents;
  readonly after: Cents;
}

/** A difference with its sign; nothing where nothing changes. */
export function Change({ before, after }: ChangeProps) {
  const change = subtractCents(after, before);
  if (change === 0) return <span className={styles.same}>=</span>;
  return (
    <span className={styles.change} data-sign={change < 0 ? 'less' : 'more'}>
      {change > 0 && '+'}
      <Money cents={change} />
    </span>
  );
}
