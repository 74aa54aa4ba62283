import type { ResponseOf, register } from '@commonlot/contracts';

export type PublicPlan = ResponseOf<typeof register.readPublicPlan>;
export type PlanLine = PublicPlan['lines'][number];
export type PlanHead = PublicPlan['versions'][number];
export type AwardHead = ResponseOf<typeof register.listAwards>['rows'][number];
export type AwardRecord = ResponseOf<typeof register.readAward>;
export type FoundAwards = ResponseOf<typeof register.listAwards>;
export type CallHead = ResponseOf<typeof register.listPublicCalls>['rows'][number];
export type CallRecord = ResponseOf<typeof register.readPublicCall>;
export type Question = CallRecord['form']['sections'][number]['questions'][number];
