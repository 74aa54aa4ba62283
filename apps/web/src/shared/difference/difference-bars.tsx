import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { Localised } from '../i18n/localised';
import styles from './difference.module.css';
import { largestMoves, type Move } from './difference-rows';
import { SignedMoney } from './signed-money';

const most = 10;

/** The largest moves of money: less to the left of the line, more to its right, and the amount beside each. */
export function DifferenceBars({ moves }: { readonly moves: readonly Move[] }) {
  const { t } = useTranslation('shared');
  const largest = largestMoves(moves, most);
  const scale = Math.max(1, ...largest.map((move) => Math.abs(move.differenceCents)));
  if (largest.length === 0) return null;
  return (
    <figure className={styles.figure}>
      <figcaption className={styles.figcaption}>
        <span className={styles.title}>{t('difference.largest')}</span>
        <span className={styles.legend}>
          <span className={styles.less}>{t('difference.less')}</span>
          <span className={styles.more}>{t('difference.more')}</span>
        </span>
      </figcaption>
      <ol className={styles.bars}>
        {largest.map((move) => (
          <li key={[...move.before, ...move.after].map((line) => line.code).join(' ')} className={styles.bar}>
            <MoveName move={move} />
            <span
              className={styles.track}
              aria-hidden="true"
              data-less={move.differenceCents < 0 || undefined}
              style={{ '--part': Math.abs(move.differenceCents) / scale } as CSSProperties}
            >
              <span className={styles.part} />
            </span>
            <span className={styles.amount}>
              <SignedMoney amountCents={move.differenceCents} />
            </span>
          </li>
        ))}
      </ol>
    </figure>
  );
}

/** The line as it is called now; of several the first, and that there are others. */
function MoveName({ move }: { readonly move: Move }) {
  const { t } = useTranslation('shared');
  const [line, ...others] = move.after.length > 0 ? move.after : move.before;
  if (line === undefined) return null;
  return (
    <span className={styles.name}>
      <span className={styles.code}>{line.code}</span>
      <span>
        <Localised text={line.label} />
        {others.length > 0 && <> {t('difference.andOthers', { count: others.length })}</>}
        {(move.kind === 'added' || move.kind === 'ended') && (
          <span className={styles.note}>{t(`difference.mark.${move.kind}`)}</span>
        )}
      </span>
    </span>
  );
}
