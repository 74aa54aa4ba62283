import { useId } from 'react';
import styles from './figures.module.css';

interface ProgressBarProps {
  readonly label: string;
  readonly labelHidden?: boolean;
  readonly value: number;
  readonly max: number;
  /** The same in words: "7 of 12 questions". */
  readonly text?: string;
}

/** How far something is, in a native progress element and in words. */
export function ProgressBar({ label, labelHidden = false, value, max, text }: ProgressBarProps) {
  const id = useId();
  return (
    <div className={styles.progress}>
      {!labelHidden && (
        <div className={styles.progressWords}>
          <label htmlFor={id}>{label}</label>
          {text && <span>{text}</span>}
        </div>
      )}
      <progress id={id} value={value} max={max} aria-label={labelHidden ? label : undefined} className={styles.bar}>
        {text ?? `${value} / ${max}`}
      </progress>
    </div>
  );
}
