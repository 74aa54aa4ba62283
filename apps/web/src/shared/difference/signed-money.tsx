import { type Cents, cents, formatEuros } from '@commonlot/domain';
import { useLanguage } from '../i18n/use-language';
import styles from './difference.module.css';

/** A difference: more with a plus, less with a minus in front, so that nobody needs to see a colour. */
export function SignedMoney({ amountCents }: { readonly amountCents: Cents }) {
  const language = useLanguage();
  const sign = amountCents > 0 ? '+' : '\u2212';
  return (
    <data className={styles.signed} value={(amountCents / 100).toFixed(2)}>
      {amountCents === 0 ? '' : `${sign}\u00a0`}
      {formatEuros(cents(Math.abs(amountCents)), language)}
    </data>
  );
}
