import { reviews as contract, type InputOf } from '@commonlot/contracts';
import { Controller } from '@nestjs/common';
import { type Actor, ActorParam, Handles, Input } from '../platform/index.js';
import { AssignReviewers } from './assign-reviewers.js';
import { DeclareInterest } from './declare-interest.js';
import { ReviewsQueries } from './reviews.queries.js';
import { SaveReview } from './save-review.js';
import { SendReview } from './send-review.js';

@Controller()
export class ReviewsController {
  constructor(
    private readonly assignReviewers: AssignReviewers,
    private readonly declareInterest: DeclareInterest,
    private readonly saveReview: SaveReview,
    private readonly sendReview: SendReview,
    private readonly queries: ReviewsQueries,
  ) {}

  @Handles(contract.listOwnAssignments)
  listOwn(@ActorParam() actor: Actor) {
    return this.queries.listOwn(actor);
  }

  @Handles(contract.declareInterest)
  declare(@ActorParam() actor: Actor, @Input() input: InputOf<typeof contract.declareInterest>) {
    return this.declareInterest.execute(actor, input);
  }

  @Handles(contract.readAssignment)
  read(@ActorParam() actor: Actor, @Input() input: InputOf<typeof contract.readAssignment>) {
    return this.queries.read(actor, input);
  }

  @Handles(contract.saveReview)
  save(@ActorParam() actor: Actor, @Input() input: InputOf<typeof contract.saveReview>) {
    return this.saveReview.execute(actor, input);
  }

  @Handles(contract.sendReview)
  send(@ActorParam() actor: Actor, @Input() input: InputOf<typeof contract.sendReview>) {
    return this.sendReview.execute(actor, input);
  }

  @Handles(contract.readReviewers)
  reviewers(@ActorParam() actor: Actor, @Input() input: InputOf<typeof contract.readReviewers>) {
    return this.queries.reviewers(actor, input);
  }

  @Handles(contract.assignReviewers)
  assign(@ActorParam() actor: Actor, @Input() input: InputOf<typeof contract.assignReviewers>) {
    return this.assignReviewers.execute(actor, input);
  }

  @Handles(contract.readRanking)
  ranking(@ActorParam() actor: Actor, @Input() input: InputOf<typeof contract.readRanking>) {
    return this.queries.ranking(actor, input);
  }
}
