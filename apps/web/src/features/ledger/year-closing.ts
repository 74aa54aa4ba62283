import type { ledger, ResponseOf } from '@commonlot/contracts';

export type YearClosing = ResponseOf<typeof ledger.readYearClosing>;
export type Closing = YearClosing['closings'][number];
