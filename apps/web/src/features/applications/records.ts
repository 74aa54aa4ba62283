import type { applications, ResponseOf, register } from '@commonlot/contracts';

export type OwnApplication = ResponseOf<typeof applications.readOwnApplication>;
export type OwnHead = ResponseOf<typeof applications.listOwnApplications>['rows'][number];
export type StaffApplication = ResponseOf<typeof applications.readApplication>;
export type CallRecord = ResponseOf<typeof register.readPublicCall>;
export type Form = OwnApplication['form'];
export type Section = Form['sections'][number];
export type Question = Section['questions'][number];
export type Attachment = OwnApplication['attachments'][number];
export type ScreeningRow = ResponseOf<typeof applications.listApplications>['rows'][number];
