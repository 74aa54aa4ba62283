import { Module } from '@nestjs/common';
import { CallsModule } from '../calls/index.js';
import { AssignReviewers } from './assign-reviewers.js';
import { DeclareInterest } from './declare-interest.js';
import { ReviewRepository } from './review.repository.js';
import { ReviewsController } from './reviews.controller.js';
import { Reviews } from './reviews.js';
import { ReviewsQueries } from './reviews.queries.js';
import { SaveReview } from './save-review.js';
import { SendReview } from './send-review.js';

/**
 * The judgement of admitted applications. The officer gives files to reviewers; a reviewer first sees who applies, what
 * for and where, and declares. Without a conflict the file opens; with one it no longer exists for that person. Scores
 * are sealed until the review is sent, even to the officer, and never change after. The ranking is computed from sent
 * reviews each time it is read and stored nowhere; decisions freeze what they took from it. Other modules read through
 * `Reviews`.
 */
@Module({
  imports: [CallsModule],
  controllers: [ReviewsController],
  providers: [AssignReviewers, DeclareInterest, ReviewRepository, Reviews, ReviewsQueries, SaveReview, SendReview],
  exports: [Reviews],
})
export class ReviewsModule {}
