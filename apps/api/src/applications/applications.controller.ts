import { type AnswerOf, applications as contract, type InputOf } from '@commonlot/contracts';
import { Controller } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { type Actor, ActorParam, Handles, Input, Reply, sendDownload } from '../platform/index.js';
import { ApplicationsQueries } from './applications.queries.js';
import { ReadApplicationFile } from './read-application-file.js';
import { ScreenApplication } from './screen-application.js';

/** What staff do and read, and the files that several people may read. */
@Controller()
export class ApplicationsController {
  constructor(
    private readonly queries: ApplicationsQueries,
    private readonly screenApplication: ScreenApplication,
    private readonly readApplicationFile: ReadApplicationFile,
  ) {}

  @Handles(contract.listApplications)
  list(
    @ActorParam() actor: Actor,
    @Input() { params, query }: InputOf<typeof contract.listApplications>,
  ): Promise<AnswerOf<typeof contract.listApplications>> {
    return this.queries.list(actor, params.callId, query);
  }

  @Handles(contract.readApplication)
  read(
    @ActorParam() actor: Actor,
    @Input() { params }: InputOf<typeof contract.readApplication>,
  ): Promise<AnswerOf<typeof contract.readApplication>> {
    return this.queries.read(actor, params.applicationId);
  }

  @Handles(contract.admitApplication)
  admit(@ActorParam() actor: Actor, @Input() input: InputOf<typeof contract.admitApplication>) {
    return this.screenApplication.admit(actor, input);
  }

  @Handles(contract.excludeApplication)
  exclude(@ActorParam() actor: Actor, @Input() input: InputOf<typeof contract.excludeApplication>) {
    return this.screenApplication.exclude(actor, input);
  }

  @Handles(contract.readApplicationFile)
  async readFile(
    @ActorParam() actor: Actor,
    @Input() input: InputOf<typeof contract.readApplicationFile>,
    @Reply() reply: FastifyReply,
  ) {
    return sendDownload(reply, await this.readApplicationFile.execute(actor, input));
  }
}
