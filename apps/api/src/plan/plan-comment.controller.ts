import { type AnswerOf, plan as contract, type InputOf } from '@commonlot/contracts';
import { Controller } from '@nestjs/common';
import { type Actor, ActorParam, Handles, Input } from '../platform/index.js';
import { ChangePlanComment } from './change-plan-comment.js';
import { CreatePlanComment } from './create-plan-comment.js';
import { PlanCommentQueries } from './plan-comment.queries.js';
import { ReopenPlanComment } from './reopen-plan-comment.js';
import { ResolvePlanComment } from './resolve-plan-comment.js';
import { WithdrawPlanComment } from './withdraw-plan-comment.js';

/** The endpoints of comments, one handler each. */
@Controller()
export class PlanCommentController {
  constructor(
    private readonly queries: PlanCommentQueries,
    private readonly createComment: CreatePlanComment,
    private readonly changeComment: ChangePlanComment,
    private readonly withdrawComment: WithdrawPlanComment,
    private readonly resolveComment: ResolvePlanComment,
    private readonly reopenComment: ReopenPlanComment,
  ) {}

  @Handles(contract.listPlanComments)
  list(
    @ActorParam() actor: Actor,
    @Input() input: InputOf<typeof contract.listPlanComments>,
  ): Promise<AnswerOf<typeof contract.listPlanComments>> {
    return this.queries.comments(actor, input);
  }

  @Handles(contract.countPlanComments)
  count(
    @Input() { params }: InputOf<typeof contract.countPlanComments>,
  ): Promise<AnswerOf<typeof contract.countPlanComments>> {
    return this.queries.counts(params.versionId);
  }

  @Handles(contract.listPlanReaders)
  readers(): Promise<AnswerOf<typeof contract.listPlanReaders>> {
    return this.queries.readers();
  }

  @Handles(contract.createPlanComment)
  create(
    @ActorParam() actor: Actor,
    @Input() input: InputOf<typeof contract.createPlanComment>,
  ): Promise<AnswerOf<typeof contract.createPlanComment>> {
    return this.createComment.execute(actor, input);
  }

  @Handles(contract.changePlanComment)
  change(
    @ActorParam() actor: Actor,
    @Input() input: InputOf<typeof contract.changePlanComment>,
  ): Promise<AnswerOf<typeof contract.changePlanComment>> {
    return this.changeComment.execute(actor, input);
  }

  @Handles(contract.withdrawPlanComment)
  withdraw(
    @ActorParam() actor: Actor,
    @Input() input: InputOf<typeof contract.withdrawPlanComment>,
  ): Promise<AnswerOf<typeof contract.withdrawPlanComment>> {
    return this.withdrawComment.execute(actor, input);
  }

  @Handles(contract.resolvePlanComment)
  resolve(
    @ActorParam() actor: Actor,
    @Input() input: InputOf<typeof contract.resolvePlanComment>,
  ): Promise<AnswerOf<typeof contract.resolvePlanComment>> {
    return this.resolveComment.execute(actor, input);
  }

  @Handles(contract.reopenPlanComment)
  reopen(
    @ActorParam() actor: Actor,
    @Input() input: InputOf<typeof contract.reopenPlanComment>,
  ): Promise<AnswerOf<typeof contract.reopenPlanComment>> {
    return this.reopenComment.execute(actor, input);
  }
}
