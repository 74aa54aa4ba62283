import { Check, Minus } from 'lucide-react';
import type { ReactNode } from 'react';
import { useUi } from '../provider/ui-provider';
import { VisuallyHidden } from '../provider/visually-hidden';
import styles from './steps.module.css';

export interface Step {
  readonly id: string;
  readonly title: ReactNode;
  readonly state: 'done' | 'current' | 'upcoming' | 'skipped';
  /** When it happened or is expected. */
  readonly at?: ReactNode;
  readonly children?: ReactNode;
}

/** The stations of a file, with dates: what happened, where it is, what comes next. */
export function Steps({ label, steps }: { readonly label: string; readonly steps: readonly Step[] }) {
  const { words } = useUi();
  return (
    <ol className={styles.steps} aria-label={label}>
      {steps.map((step) => (
        <li
          key={step.id}
          className={styles.step}
          data-state={step.state}
          aria-current={step.state === 'current' ? 'step' : undefined}
        >
          <span className={styles.mark} aria-hidden="true">
            {step.state === 'done' && <Check />}
            {step.state === 'skipped' && <Minus />}
          </span>
          <div className={styles.body}>
            <p className={styles.title}>
              {step.title}
              {step.state === 'current' && <VisuallyHidden> ({words.currentStep})</VisuallyHidden>}
            </p>
            {step.at && <p className={styles.at}>{step.at}</p>}
            {step.children && <div className={styles.text}>{step.children}</div>}
          </div>
        </li>
      ))}
    </ol>
  );
}
