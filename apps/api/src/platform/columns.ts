import { type Cents, cents } from '@commonlot/domain';
import type { ColumnOptions } from 'typeorm';

/** Money: `bigint` in the table, `Cents` in the code. The driver hands bigint over as text. */
export const centsColumn: ColumnOptions = {
  type: 'bigint',
  transformer: {
    to: (value: Cents | null | undefined) => value,
    from: (value: string | null) => (value === null ? null : cents(Number(value))),
  },
};
