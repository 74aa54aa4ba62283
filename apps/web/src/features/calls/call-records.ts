import type { calls, RequestOf, ResponseOf } from '@commonlot/contracts';

export type Call = ResponseOf<typeof calls.readCall>;
export type CallHead = ResponseOf<typeof calls.listCalls>['rows'][number];
export type CallBody = RequestOf<typeof calls.saveCall>['body'];
export type Criterion = Call['criteria'][number];
export type Section = Call['form']['sections'][number];
export type Question = Section['questions'][number];
export type DraftText = Call['title'];
