import type { Cents } from '@commonlot/domain';
import { useId } from 'react';
import { Money } from '../figures/money';
import { PictureFigure, type PictureProps } from '../picture/picture-figure';
import { UiLink } from '../provider/ui-provider';
import styles from './bars.module.css';

export interface Bar {
  readonly id: string;
  readonly label: string;
  readonly lang?: string | undefined;
  readonly href?: string | undefined;
  /** The whole bar. */
  readonly amountCents: Cents;
  /** The part of it that is spoken for, drawn darker, and of that the part that is done, drawn darkest. */
  readonly filledCents?: Cents;
  readonly doneCents?: Cents;
  /** Stands beside the others without being one of them, such as what nobody is named for yet. */
  readonly isApart?: boolean;
}

type Shade = 'whole' | 'filled' | 'done';

interface BarsFigureProps extends PictureProps {
  readonly bars: readonly Bar[];
  /** What the shades mean that are used. */
  readonly legend: readonly { readonly part: Shade; readonly words: string }[];
}

/** Amounts side by side as bars from one line, each with its name and its amount in figures. */
export function BarsFigure({ bars, legend, ...figure }: BarsFigureProps) {
  const legendId = useId();
  const longest = Math.max(1, ...bars.map(({ amountCents }) => amountCents));
  return (
    <PictureFigure {...figure}>
      <Legend parts={legend} id={legendId} />
      <ol className={styles.bars} aria-describedby={legendId}>
        {bars.map((bar) => (
          <li key={bar.id} className={styles.bar} data-apart={bar.isApart || undefined}>
            <span className={styles.label} lang={bar.lang}>
              {bar.href === undefined ? bar.label : <UiLink href={bar.href}>{bar.label}</UiLink>}
            </span>
            <span className={styles.amount}>
              <Money cents={bar.amountCents} />
            </span>
            <span className={styles.track} aria-hidden="true">
              <Part name="whole" cents={bar.amountCents} of={longest} />
              <Part name="filled" cents={bar.filledCents} of={longest} />
              <Part name="done" cents={bar.doneCents} of={longest} />
            </span>
          </li>
        ))}
      </ol>
    </PictureFigure>
  );
}

function Legend({ parts, id }: { readonly parts: BarsFigureProps['legend']; readonly id: string }) {
  return (
    <p id={id} className={styles.legend}>
      {parts.map(({ part, words }) => (
        <span key={part} data-part={part}>
          {words}
        </span>
      ))}
    </p>
  );
}

interface PartProps {
  readonly name: Shade;
  readonly cents: Cents | undefined;
  readonly of: number;
}

function Part({ name, cents, of }: PartProps) {
  if (cents === undefined || cents <= 0) return null;
  return <span data-part={name} style={{ inlineSize: `${Math.min(100, (cents / of) * 100)}%` }} />;
}
