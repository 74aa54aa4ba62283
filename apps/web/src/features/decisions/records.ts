import type { decisions, plan, ResponseOf } from '@commonlot/contracts';

export type Batch = ResponseOf<typeof decisions.readBatch>;
export type Decision = ResponseOf<typeof decisions.readDecision>;
export type DirectFile = ResponseOf<typeof decisions.readDirectFile>;
export type DirectLine = ResponseOf<typeof plan.readPlanVersion>['lines'][number] & { readonly year: number };
