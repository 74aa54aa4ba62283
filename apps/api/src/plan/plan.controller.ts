import type { Readable } from 'node:stream';
import { type AnswerOf, plan as contract, type InputOf } from '@commonlot/contracts';
import { Controller, Headers, type StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { type Actor, ActorParam, Bytes, Handles, Input, Reply, sendDownload } from '../platform/index.js';
import { ApprovePlanVersion } from './approve-plan-version.js';
import { CreatePlanVersion } from './create-plan-version.js';
import { EnterPlanVersionIntoForce } from './enter-plan-version-into-force.js';
import { PlanQueries } from './plan.queries.js';
import { PlanDifferenceQueries } from './plan-difference.queries.js';
import { PreviewPlanImport } from './preview-plan-import.js';
import { ReadPlanDocument } from './read-plan-document.js';
import { RecordPlanStep } from './record-plan-step.js';
import { SavePlanLines } from './save-plan-lines.js';
import { SavePlanSteps } from './save-plan-steps.js';
import { SendBackPlanVersion } from './send-back-plan-version.js';
import { SubmitPlanVersion } from './submit-plan-version.js';

type Answer<Name extends keyof typeof contract> = Promise<
  AnswerOf<Extract<(typeof contract)[Name], { response: unknown }>>
>;

/** The endpoints of the plan, one handler each. */
@Controller()
export class PlanController {
  constructor(
    private readonly queries: PlanQueries,
    private readonly differences: PlanDifferenceQueries,
    private readonly createVersion: CreatePlanVersion,
    private readonly saveLines: SavePlanLines,
    private readonly previewImport: PreviewPlanImport,
    private readonly readDocument: ReadPlanDocument,
    private readonly submitVersion: SubmitPlanVersion,
    private readonly approveVersion: ApprovePlanVersion,
    private readonly sendBackVersion: SendBackPlanVersion,
    private readonly enterVersionIntoForce: EnterPlanVersionIntoForce,
    private readonly saveRequiredSteps: SavePlanSteps,
    private readonly recordDoneStep: RecordPlanStep,
  ) {}

  @Handles(contract.listPlanVersions)
  list(): Answer<'listPlanVersions'> {
    return this.queries.versions();
  }

  @Handles(contract.readPlanVersion)
  read(
    @ActorParam() actor: Actor,
    @Input() { params }: InputOf<typeof contract.readPlanVersion>,
  ): Answer<'readPlanVersion'> {
    return this.queries.version(actor, params.versionId);
  }

  @Handles(contract.readPlanLine)
  readLine(@Input() { params }: InputOf<typeof contract.readPlanLine>): Answer<'readPlanLine'> {
    return this.queries.line(params.lineId);
  }

  @Handles(contract.comparePlanVersions)
  compare(@Input() { params, query }: InputOf<typeof contract.comparePlanVersions>): Answer<'comparePlanVersions'> {
    return this.differences.compare(params.versionId, query.with);
  }

  @Handles(contract.readLineHistory)
  readLineHistory(@Input() { params }: InputOf<typeof contract.readLineHistory>): Answer<'readLineHistory'> {
    return this.differences.history(params.lineId);
  }

  @Handles(contract.readPlanDocument)
  async document(
    @Input() input: InputOf<typeof contract.readPlanDocument>,
    @Reply() reply: FastifyReply,
  ): Promise<StreamableFile> {
    return sendDownload(reply, await this.readDocument.execute(input));
  }

  @Handles(contract.createPlanVersion)
  create(
    @ActorParam() actor: Actor,
    @Input() input: InputOf<typeof contract.createPlanVersion>,
  ): Answer<'createPlanVersion'> {
    return this.createVersion.execute(actor, input);
  }

  @Handles(contract.savePlanLines)
  save(@ActorParam() actor: Actor, @Input() input: InputOf<typeof contract.savePlanLines>): Answer<'savePlanLines'> {
    return this.saveLines.execute(actor, input);
  }

  @Handles(contract.previewPlanImport)
  preview(
    @Input() { query }: InputOf<typeof contract.previewPlanImport>,
    @Bytes() bytes: Readable,
    @Headers('content-length') contentLength: string | undefined,
  ): Answer<'previewPlanImport'> {
    return this.previewImport.execute(query.name, bytes, contentLength);
  }

  @Handles(contract.submitPlanVersion)
  submit(
    @ActorParam() actor: Actor,
    @Input() input: InputOf<typeof contract.submitPlanVersion>,
  ): Answer<'submitPlanVersion'> {
    return this.submitVersion.execute(actor, input);
  }

  @Handles(contract.approvePlanVersion)
  approve(
    @ActorParam() actor: Actor,
    @Input() input: InputOf<typeof contract.approvePlanVersion>,
  ): Answer<'approvePlanVersion'> {
    return this.approveVersion.execute(actor, input);
  }

  @Handles(contract.sendBackPlanVersion)
  sendBack(
    @ActorParam() actor: Actor,
    @Input() input: InputOf<typeof contract.sendBackPlanVersion>,
  ): Answer<'sendBackPlanVersion'> {
    return this.sendBackVersion.execute(actor, input);
  }

  @Handles(contract.enterPlanVersionIntoForce)
  enterIntoForce(
    @ActorParam() actor: Actor,
    @Input() input: InputOf<typeof contract.enterPlanVersionIntoForce>,
  ): Answer<'enterPlanVersionIntoForce'> {
    return this.enterVersionIntoForce.execute(actor, input);
  }

  @Handles(contract.savePlanSteps)
  saveSteps(
    @ActorParam() actor: Actor,
    @Input() input: InputOf<typeof contract.savePlanSteps>,
  ): Answer<'savePlanSteps'> {
    return this.saveRequiredSteps.execute(actor, input);
  }

  @Handles(contract.recordPlanStep)
  recordStep(
    @ActorParam() actor: Actor,
    @Input() input: InputOf<typeof contract.recordPlanStep>,
  ): Answer<'recordPlanStep'> {
    return this.recordDoneStep.execute(actor, input);
  }
}
