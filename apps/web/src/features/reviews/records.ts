import type { ResponseOf, reviews } from '@commonlot/contracts';

export type ReviewersOfCall = ResponseOf<typeof reviews.readReviewers>;
export type AssignmentHead = ResponseOf<typeof reviews.listOwnAssignments>['rows'][number];
export type Ranking = ResponseOf<typeof reviews.readRanking>;
export type Assignment = ResponseOf<typeof reviews.readAssignment>;
