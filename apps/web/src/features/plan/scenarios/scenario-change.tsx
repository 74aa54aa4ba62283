import { type Cents, formatEuros, subtractCents } from '@commonlot/domain';
import { useLanguage } from '../../../shared/i18n/use-language';
import styles from './scenario.module.css';

/** An amount with its sign, also when it is more; a mark of equality where nothing changes. */
export function SignedMoney({ cents }: { readonly cents: Cents }) {
  const language = useLanguage();
  if (cents === 0) return <span className={styles.same}>=</span>;
  const text = formatEuros(cents, language);
  return (
    <data className={styles.change} data-sign={cents < 0 ? 'less' : 'more'} value={(cents / 100).toFixed(2)}>
      {cents < 0 ? text : text.replace(/\d/, '+$&')}
    </data>
  );
}

interface ChangeProps {
  readonly before: Cents;
  readonly after: Cents;
}

/** The difference between two amounts. */
export function Change({ before, after }: ChangeProps) {
  return <SignedMoney cents={subtractCents(after, before)} />;
}
