import type { Readable } from 'node:stream';
import { type AnswerOf, applications as contract, type InputOf } from '@commonlot/contracts';
import { Controller, Headers } from '@nestjs/common';
import { type Actor, ActorParam, Bytes, Handles, Input } from '../platform/index.js';
import { AttachFile } from './attach-file.js';
import { DiscardDraft } from './discard-draft.js';
import { OwnApplicationsQueries } from './own-applications.queries.js';
import { RemoveFile } from './remove-file.js';
import { SaveDraft } from './save-draft.js';
import { StartApplication } from './start-application.js';
import { SubmitApplication } from './submit-application.js';
import { WithdrawApplication } from './withdraw-application.js';

/** What applicants do and read. */
@Controller()
export class OwnApplicationsController {
  constructor(
    private readonly queries: OwnApplicationsQueries,
    private readonly startApplication: StartApplication,
    private readonly saveDraft: SaveDraft,
    private readonly attachFile: AttachFile,
    private readonly removeFile: RemoveFile,
    private readonly submitApplication: SubmitApplication,
    private readonly withdrawApplication: WithdrawApplication,
    private readonly discardDraft: DiscardDraft,
  ) {}

  @Handles(contract.listOwnApplications)
  list(
    @ActorParam() actor: Actor,
    @Input() { query }: InputOf<typeof contract.listOwnApplications>,
  ): Promise<AnswerOf<typeof contract.listOwnApplications>> {
    return this.queries.list(actor, query);
  }

  @Handles(contract.readOwnApplication)
  read(
    @ActorParam() actor: Actor,
    @Input() { params }: InputOf<typeof contract.readOwnApplication>,
  ): Promise<AnswerOf<typeof contract.readOwnApplication>> {
    return this.queries.read(actor, params.applicationId);
  }

  @Handles(contract.startApplication)
  start(@ActorParam() actor: Actor, @Input() input: InputOf<typeof contract.startApplication>) {
    return this.startApplication.execute(actor, input);
  }

  @Handles(contract.saveDraft)
  save(@ActorParam() actor: Actor, @Input() input: InputOf<typeof contract.saveDraft>) {
    return this.saveDraft.execute(actor, input);
  }

  @Handles(contract.attachFile)
  attach(
    @ActorParam() actor: Actor,
    @Input() input: InputOf<typeof contract.attachFile>,
    @Bytes() stream: Readable,
    @Headers('content-length') contentLength: string | undefined,
  ) {
    return this.attachFile.execute(actor, input, stream, contentLength);
  }

  @Handles(contract.removeFile)
  remove(@ActorParam() actor: Actor, @Input() input: InputOf<typeof contract.removeFile>) {
    return this.removeFile.execute(actor, input);
  }

  @Handles(contract.submitApplication)
  submit(@ActorParam() actor: Actor, @Input() input: InputOf<typeof contract.submitApplication>) {
    return this.submitApplication.execute(actor, input);
  }

  @Handles(contract.withdrawApplication)
  withdraw(@ActorParam() actor: Actor, @Input() input: InputOf<typeof contract.withdrawApplication>) {
    return this.withdrawApplication.execute(actor, input);
  }

  @Handles(contract.discardDraft)
  discard(@ActorParam() actor: Actor, @Input() input: InputOf<typeof contract.discardDraft>) {
    return this.discardDraft.execute(actor, input);
  }
}
