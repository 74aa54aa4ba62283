import { Module } from '@nestjs/common';
import { CallsModule } from '../calls/index.js';
import { OrganisationsModule } from '../organisations/index.js';
import { ApplicationRepository } from './application.repository.js';
import { ApplicationsController } from './applications.controller.js';
import { Applications } from './applications.js';
import { ApplicationsQueries } from './applications.queries.js';
import { AttachFile } from './attach-file.js';
import { DiscardDraft } from './discard-draft.js';
import { DiscardRemovedFiles } from './discard-removed-files.js';
import { OwnApplicationsController } from './own-applications.controller.js';
import { OwnApplicationsQueries } from './own-applications.queries.js';
import { ReadApplicationFile } from './read-application-file.js';
import { RemoveFile } from './remove-file.js';
import { SaveDraft } from './save-draft.js';
import { ScreenApplication } from './screen-application.js';
import { StartApplication } from './start-application.js';
import { SubmitApplication } from './submit-application.js';
import { TellCancellation } from './tell-cancellation.js';
import { WithdrawApplication } from './withdraw-application.js';

/**
 * Applications of organisations to calls. A draft takes anything of the right type, answer by answer; what is sent is
 * frozen, hashed and acknowledged by a receipt. The database judges the deadline once more (trigger application_sent).
 * An application has two states: `state` is what the office knows, `released_state` what the applicant may know. All
 * reads and refusals for applicants go by the released one, which moves only by their own acts and by the release of
 * the decisions (`Applications.release`).
 */
@Module({
  imports: [CallsModule, OrganisationsModule],
  controllers: [OwnApplicationsController, ApplicationsController],
  providers: [
    ApplicationRepository,
    Applications,
    ApplicationsQueries,
    AttachFile,
    DiscardDraft,
    DiscardRemovedFiles,
    OwnApplicationsQueries,
    ReadApplicationFile,
    RemoveFile,
    SaveDraft,
    ScreenApplication,
    StartApplication,
    SubmitApplication,
    TellCancellation,
    WithdrawApplication,
  ],
  exports: [Applications, DiscardRemovedFiles, TellCancellation],
})
export class ApplicationsModule {}
