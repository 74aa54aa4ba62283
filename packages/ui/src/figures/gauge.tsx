import type { Cents } from '@commonlot/domain';
import type { ReactNode } from 'react';
import { type Column, Table } from '../table/table';
import styles from './gauge.module.css';
import { Money } from './money';

/** A part of what counts towards the ceiling: what was paid, and after it what was approved. */
interface GaugePart {
  readonly id: string;
  readonly label: string;
  readonly cents: Cents;
}

interface GaugeRow {
  /** That of a part, which then has its colour before its name. */
  readonly id: string;
  readonly name: ReactNode;
  /** Null where the words of the table for none stand. */
  readonly cents: Cents | null;
}

interface GaugeTable {
  readonly caption: string;
  readonly nameHeader: string;
  readonly amountHeader: string;
  readonly none: string;
  readonly rows: readonly GaugeRow[];
}

interface GaugeProps {
  /** What is measured against what: "Paid until 30 June, at most 50 %". */
  readonly label: string;
  /** One after the other from the start of the bar; two at most are told apart. */
  readonly parts: readonly GaugePart[];
  /** What the parts together must not pass; where the bar has its mark. Without a ceiling there is no bar. */
  readonly ceilingCents: Cents | null;
  readonly ceilingLabel: string;
  /** The whole bar. */
  readonly maxCents: Cents;
  /** How it stands, in short and beside the label: "27 %". */
  readonly share?: string;
  /** Says in words how it stands: "€ 12 000 below the ceiling". The colour of the bar says no more than this. */
  readonly state: ReactNode;
  /** The amounts to the cent, and what else belongs to them; instead of the short list below the bar. */
  readonly table?: GaugeTable;
}

/** How far something is from a ceiling: a bar with a mark where the ceiling is, and the same in words and amounts. */
export function Gauge(props: GaugeProps) {
  const { label, parts, ceilingCents, share, state, table } = props;
  const value = parts.reduce((sum, { cents }) => sum + cents, 0);
  const isOver = ceilingCents !== null && value > ceilingCents;
  return (
    <figure className={styles.gauge} aria-label={label} data-over={isOver || undefined}>
      <figcaption className={styles.caption}>
        {label} {share !== undefined && <span className={styles.share}>{share}</span>}
      </figcaption>
      {ceilingCents !== null && <Bar {...props} ceilingCents={ceilingCents} />}
      {table === undefined ? <Legend {...props} /> : null}
      <div className={styles.state}>{state}</div>
      {table !== undefined && <Amounts table={table} parts={parts} />}
    </figure>
  );
}

function Bar({ parts, ceilingCents, maxCents }: GaugeProps & { readonly ceilingCents: Cents }) {
  const percent = (amount: number) => (maxCents > 0 ? Math.min(100, Math.max(0, (amount / maxCents) * 100)) : 0);
  let before = 0;
  const drawn = parts.map(({ id, cents }) => {
    const start = percent(before);
    before += cents;
    return { id, start, length: Math.max(0, percent(before) - start) };
  });
  return (
    <div className={styles.track} aria-hidden="true">
      <span className={styles.room} style={{ inlineSize: `${percent(ceilingCents)}%` }} />
      {drawn.map(({ id, start, length }) => (
        <span key={id} className={styles.value} style={{ insetInlineStart: `${start}%`, inlineSize: `${length}%` }} />
      ))}
      <span className={styles.mark} style={{ insetInlineStart: `${percent(ceilingCents)}%` }} />
    </div>
  );
}

function Legend({ parts, ceilingCents, ceilingLabel }: GaugeProps) {
  return (
    <dl className={styles.legend}>
      {parts.map(({ id, label, cents }) => (
        <div key={id}>
          <dt>{label}</dt>
          <dd>
            <Money cents={cents} />
          </dd>
        </div>
      ))}
      {ceilingCents !== null && (
        <div>
          <dt>{ceilingLabel}</dt>
          <dd>
            <Money cents={ceilingCents} />
          </dd>
        </div>
      )}
    </dl>
  );
}

function Amounts({ table, parts }: { readonly table: GaugeTable; readonly parts: readonly GaugePart[] }) {
  const columns: Column<GaugeRow>[] = [
    {
      id: 'name',
      header: table.nameHeader,
      rowHeader: true,
      cell: ({ id, name }) => (
        <>
          {parts.some((part) => part.id === id) && <Swatch index={parts.findIndex((part) => part.id === id)} />}
          {name}
        </>
      ),
    },
    {
      id: 'amount',
      header: table.amountHeader,
      end: true,
      noWrap: true,
      cell: ({ cents }) => (cents === null ? table.none : <Money cents={cents} decimals="always" />),
    },
  ];
  return (
    <Table
      caption={table.caption}
      captionHidden
      dense
      narrow="compact"
      columns={columns}
      rows={table.rows}
      rowKey={({ id }) => id}
    />
  );
}

const Swatch = ({ index }: { readonly index: number }) => (
  <span className={styles.swatch} data-part={index} aria-hidden="true" />
);
