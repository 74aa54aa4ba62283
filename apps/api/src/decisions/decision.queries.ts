import type { AnswerOf, decisions as contract, InputOf } from '@commonlot/contracts';
import { type DecisionState, Problem } from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { withoutConflict } from '../applications/index.js';
import { type Actor, Database } from '../platform/index.js';
import { mayEdit } from './batch-checks.js';
import { rowOf } from './batches.queries.js';
import { type DecisionSource, decisionOrder, decisionSource } from './decision-facts.js';
import { meanScore } from './prefill.js';

type Decision = z.input<typeof contract.decision>;

interface Beside {
  readonly batchState: DecisionState;
  readonly criteria: readonly Pick<Decision['criteria'][number], 'id' | 'title' | 'maxScore'>[];
  readonly reviews: readonly Record<string, { readonly score: number | null; readonly comment: string }>[];
  readonly previousId: string | null;
  readonly nextId: string | null;
}

@Injectable()
export class DecisionQueries {
  constructor(private readonly database: Database) {}

  /** A decision, with the sent reviews that it rests on and its neighbours in the batch. */
  async read(
    actor: Actor,
    { params }: InputOf<typeof contract.readDecision>,
  ): Promise<AnswerOf<typeof contract.readDecision>> {
    const source = await this.database.row<DecisionSource>(
      `${decisionSource} WHERE d.id = $1 AND ${withoutConflict('d.application_id', '$2')}`,
      [params.decisionId, actor.personId],
    );
    const beside = await this.beside(actor, params.decisionId);
    if (source === null || beside === null) throw new Problem('record.missing');
    const isJudged = source.advisedOutcome !== 'exclude';
    return {
      ...source,
      ...rowOf(source),
      ...beside,
      exclusionReasons: [...source.exclusionReasons],
      criteria: isJudged ? beside.criteria.map((criterion) => withReviews(criterion, beside.reviews)) : [],
      hasLetter: source.letterFileId !== null,
      mayEdit: mayEdit(actor, beside.batchState),
    };
  }

  private beside(actor: Actor, decisionId: string): Promise<Beside | null> {
    return this.database.row<Beside>(
      `WITH ordered AS (
         SELECT d.id, lag(d.id) OVER w AS "previousId", lead(d.id) OVER w AS "nextId" FROM decision d
         WHERE d.batch_id = (SELECT batch_id FROM decision WHERE id = $1)
           AND ${withoutConflict('d.application_id', '$2')} WINDOW w AS (ORDER BY ${decisionOrder}))
       SELECT b.state AS "batchState", coalesce(c.criteria, '[]') AS criteria, n."previousId", n."nextId",
         coalesce((SELECT json_agg(r.scores ORDER BY r.id) FROM review_assignment r
           WHERE r.application_id = d.application_id AND r.state = 'sent'), '[]') AS reviews
       FROM decision d JOIN decision_batch b ON b.id = d.batch_id JOIN ordered n ON n.id = d.id
         LEFT JOIN application a ON a.id = d.application_id LEFT JOIN call c ON c.id = a.call_id
       WHERE d.id = $1`,
      [decisionId, actor.personId],
    );
  }
}

function withReviews(criterion: Beside['criteria'][number], reviews: Beside['reviews']): Decision['criteria'][number] {
  const given = reviews.flatMap((scores) => scores[criterion.id] ?? []);
  return {
    ...criterion,
    meanScore: meanScore(given.flatMap(({ score }) => score ?? [])),
    comments: given.map(({ comment }) => comment).filter((comment) => comment !== ''),
  };
}
