import { type Cents, formatEuros } from '@commonlot/domain';
import { PictureFigure, type PictureProps } from '../picture/picture-figure';
import { UiLink, useUi } from '../provider/ui-provider';
import styles from './years.module.css';

export interface YearMark {
  /** Which of the kinds of figures it is; decides its shape. */
  readonly kind: 'provisional' | 'definitive' | 'reported';
  readonly amountCents: Cents;
  /** Name of the mark for those who point at it: "2022, definitive: € 210 000 000". */
  readonly label: string;
  readonly href?: string | undefined;
}

export interface YearOfMarks {
  readonly year: number;
  /** Empty for a year without a figure, which is drawn as a gap. */
  readonly marks: readonly YearMark[];
}

interface YearsFigureProps extends PictureProps {
  readonly years: readonly YearOfMarks[];
  /** Says what is drawn, for those who do not see it. */
  readonly label: string;
  /** Said of a year without a figure. */
  readonly gapLabel: (year: number) => string;
  readonly legend: Readonly<Record<YearMark['kind'] | 'gap', string>>;
  /** An amount on the axis, short: "€ 200 million". */
  readonly axis: (amountCents: Cents) => string;
}

const million = 100_000_000;

/** Whole steps of money up to above the largest mark: four lines at most. */
export function axisSteps(largestCents: number): Cents[] {
  const steps = [1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000].map((each) => each * million);
  const step = steps.find((each) => largestCents / each <= 4.6) ?? largestCents;
  const count = Math.max(1, Math.ceil(largestCents / step));
  return Array.from({ length: count + 1 }, (_, place) => (place * step) as Cents);
}

/** Amounts over the years, two shapes for what is provisional and what is definitive, and gaps as gaps. */
export function YearsFigure({ years, label, gapLabel, legend, axis, ...figure }: YearsFigureProps) {
  const kinds = (['definitive', 'provisional', 'reported', 'gap'] as const).filter((kind) =>
    years.some(({ marks }) => (kind === 'gap' ? marks.length === 0 : marks.some((mark) => mark.kind === kind))),
  );
  return (
    <PictureFigure {...figure}>
      <p className={styles.legend}>
        {kinds.map((kind) => (
          <span key={kind}>
            <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
              {kind === 'gap' ? (
                <rect className={styles.gap} x={3} y={1} width={10} height={14} />
              ) : (
                <rect className={styles.bar} data-kind={kind} x={3} y={1} width={10} height={14} rx={1} />
              )}
            </svg>
            {legend[kind]}
          </span>
        ))}
      </p>
      <Columns years={years} label={label} gapLabel={gapLabel} axis={axis} />
      <Rows years={years} label={label} gapLabel={gapLabel} />
    </PictureFigure>
  );
}

type DrawingProps = Pick<YearsFigureProps, 'years' | 'label' | 'gapLabel' | 'axis'>;

const largestOf = (years: readonly YearOfMarks[]) =>
  Math.max(1, ...years.flatMap(({ marks }) => marks.map(({ amountCents }) => amountCents)));

const wide = { width: 1080, height: 380, left: 104, top: 12, bottom: 30 };

/** Years from left to right, for a wide page. */
function Columns({ years, label, gapLabel, axis }: DrawingProps) {
  const steps = axisSteps(largestOf(years));
  const most = steps.at(-1) ?? 1;
  const base = wide.height - wide.bottom;
  const y = (amount: number) => base - (amount / most) * (base - wide.top);
  const pitch = (wide.width - wide.left) / Math.max(1, years.length);
  return (
    // biome-ignore lint/a11y/useSemanticElements: the picture is a group of links, which <img> cannot hold
    <svg
      className={styles.drawing}
      data-size="wide"
      viewBox={`0 0 ${wide.width} ${wide.height}`}
      role="group"
      aria-label={label}
    >
      {steps.map((amount) => (
        <g key={amount}>
          <line className={styles.line} x1={wide.left} x2={wide.width} y1={y(amount)} y2={y(amount)} />
          <text className={styles.axis} x={wide.left - 10} y={y(amount) + 5} textAnchor="end">
            {axis(amount)}
          </text>
        </g>
      ))}
      {years.map(({ year, marks }, place) => {
        const start = wide.left + place * pitch + pitch * 0.12;
        const width = (pitch * 0.76) / Math.max(1, marks.length);
        return (
          <g key={year}>
            {marks.length === 0 && (
              <Gap label={gapLabel(year)} x={start} y={y(most)} width={pitch * 0.76} height={base - y(most)} />
            )}
            {marks.map((mark, index) => (
              <Mark
                key={mark.kind}
                mark={mark}
                x={start + index * width}
                y={y(mark.amountCents)}
                width={width - (marks.length > 1 ? 1.5 : 0)}
                height={base - y(mark.amountCents)}
              />
            ))}
            <text className={styles.year} x={start + pitch * 0.38} y={base + 20} textAnchor="middle">
              {year}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

const narrow = { width: 348, left: 46, row: 24, amount: 92 };

/** Years from top to bottom with their amounts beside them, for a narrow page: the newest first. */
function Rows({ years, label, gapLabel }: Omit<DrawingProps, 'axis'>) {
  const { language } = useUi();
  const longest = largestOf(years);
  const room = narrow.width - narrow.left - narrow.amount;
  const rows = years.toReversed().flatMap(({ year, marks }) => {
    const drawn: readonly (YearMark | null)[] = marks.length === 0 ? [null] : marks;
    return drawn.map((mark, index) => ({ year, mark, isFirst: index === 0 }));
  });
  return (
    // biome-ignore lint/a11y/useSemanticElements: the picture is a group of links, which <img> cannot hold
    <svg
      className={styles.drawing}
      data-size="narrow"
      viewBox={`0 0 ${narrow.width} ${rows.length * narrow.row}`}
      role="group"
      aria-label={label}
    >
      {rows.map(({ year, mark, isFirst }, place) => {
        const y = place * narrow.row;
        return (
          <g key={`${year} ${mark?.kind}`}>
            {isFirst && (
              <text className={styles.year} x={0} y={y + 16}>
                {year}
              </text>
            )}
            {mark === null ? (
              <Gap label={gapLabel(year)} x={narrow.left} y={y + 4} width={room} height={narrow.row - 8} />
            ) : (
              <>
                <Mark
                  mark={mark}
                  x={narrow.left}
                  y={y + 4}
                  width={Math.max(2, (mark.amountCents / longest) * room)}
                  height={narrow.row - 8}
                />
                <text className={styles.axis} x={narrow.width} y={y + 16} textAnchor="end">
                  {formatEuros(mark.amountCents, language)}
                </text>
              </>
            )}
          </g>
        );
      })}
    </svg>
  );
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function Gap({ label, ...box }: Box & { readonly label: string }) {
  return (
    <g>
      <title>{label}</title>
      <rect className={styles.gap} {...box} />
    </g>
  );
}

function Mark({ mark, ...box }: Box & { readonly mark: YearMark }) {
  const content = (
    <>
      <title>{mark.label}</title>
      <rect className={styles.bar} data-kind={mark.kind} {...box} rx={2} />
    </>
  );
  if (mark.href === undefined) return <g>{content}</g>;
  return (
    <UiLink href={mark.href} className={styles.link} aria-label={mark.label}>
      {content}
    </UiLink>
  );
}
