import type { AnswerOf, reviews as contract } from '@commonlot/contracts';
import { type Cents, cents, Problem, rank } from '@commonlot/domain';
import type { Scores } from './review-assignment.entity.js';

export type Ranking = AnswerOf<typeof contract.readRanking>;
type Read = <R>(text: string, values: readonly unknown[]) => Promise<R[]>;

interface CallRow {
  readonly envelopeCents: string | null;
  readonly criteria: Ranking['criteria'];
  readonly unscreened: string;
  readonly excluded: string;
}

interface FileRow {
  readonly applicationId: string;
  readonly number: string;
  readonly organisationName: string;
  readonly title: string;
  readonly fileLanguage: string;
  readonly requestedCents: string;
}

interface ReviewRow {
  readonly applicationId: string;
  readonly basisPoints: number | null;
  readonly scores: Scores | null;
}

// Sealed until sent: of a draft, the query gives that it exists and nothing else. In the order of random ids, so that
// the place of a comment in the list does not tell who wrote it.
const reviewsOfCall = `
  SELECT r.application_id AS "applicationId", r.weighted_basis_points AS "basisPoints",
    CASE WHEN r.state = 'sent' THEN r.scores END AS scores
  FROM review_assignment r JOIN application a ON a.id = r.application_id
  WHERE a.call_id = $1 AND a.state IN ('admitted', 'awarded', 'refused') AND r.state <> 'conflicted'
  ORDER BY r.id`;
const filesOfCall = `
  SELECT a.id AS "applicationId", a.number, o.name AS "organisationName", a.title, a.file_language AS "fileLanguage",
    a.requested_cents AS "requestedCents"
  FROM application a JOIN organisation o ON o.id = a.organisation_id
  WHERE a.call_id = $1 AND a.state IN ('admitted', 'awarded', 'refused') ORDER BY a.number`;
const callOfRanking = `
  SELECT c.envelope_cents AS "envelopeCents", c.criteria,
    (SELECT count(*) FROM application a WHERE a.call_id = c.id AND a.state = 'submitted') AS unscreened,
    (SELECT count(*) FROM application a WHERE a.call_id = c.id AND a.state IN ('excluded', 'exclusion-confirmed')) AS excluded
  FROM call c WHERE c.id = $1`;

/**
 * The ranking of a call from the reviews that were sent. It is complete when every file is screened, every review that
 * was asked for is sent, and no admitted file is without one. Throws `record.missing`.
 */
export async function loadRanking(read: Read, callId: string): Promise<Ranking> {
  const [call] = await read<CallRow>(callOfRanking, [callId]);
  if (call === undefined) throw new Problem('record.missing');
  const files = await read<FileRow>(filesOfCall, [callId]);
  const reviews = await read<ReviewRow>(reviewsOfCall, [callId]);
  const sent = Map.groupBy(reviews.filter(isSent), ({ applicationId }) => applicationId);
  const waitingReviews = reviews.filter((review) => !isSent(review)).length;
  const envelopeCents = cents(Number(call.envelopeCents ?? 0));
  return {
    envelopeCents,
    isComplete:
      waitingReviews === 0 &&
      Number(call.unscreened) === 0 &&
      files.length + Number(call.excluded) > 0 &&
      files.every(({ applicationId }) => sent.has(applicationId)),
    waitingReviews,
    rows: rankedRows(files, sent, call.criteria, envelopeCents),
    criteria: call.criteria,
  };
}

interface SentReview {
  readonly applicationId: string;
  readonly basisPoints: number;
  readonly scores: Scores;
}

function isSent(review: ReviewRow): review is SentReview {
  return review.basisPoints !== null && review.scores !== null;
}

function rankedRows(
  files: readonly FileRow[],
  sent: ReadonlyMap<string, readonly SentReview[]>,
  criteria: Ranking['criteria'],
  envelopeCents: Cents,
): Ranking['rows'] {
  const byId = new Map(files.map((file) => [file.applicationId, file]));
  const candidates = files.map(({ applicationId, number, requestedCents }) => ({
    applicationId,
    number,
    requestedCents: cents(Number(requestedCents)),
    reviews: (sent.get(applicationId) ?? []).map(({ basisPoints }) => basisPoints),
  }));
  return rank(candidates, envelopeCents).map((row) => {
    const file = byId.get(row.applicationId);
    const isRanked = row.reviewCount > 0;
    return {
      ...row,
      organisationName: file?.organisationName ?? '',
      title: file?.title ?? '',
      fileLanguage: file?.fileLanguage ?? '',
      // Without a review there is no place, only the end of the list.
      position: isRanked ? row.position : null,
      spreadBasisPoints: isRanked ? row.spreadBasisPoints : null,
      cumulativeCents: isRanked ? row.cumulativeCents : null,
      comments: criteria.map(({ id }) => commentsOn(id, sent.get(row.applicationId) ?? [])),
    };
  });
}

function commentsOn(criterionId: string, reviews: readonly SentReview[]) {
  const given = reviews.flatMap(({ scores }) => scores[criterionId] ?? []);
  return {
    criterionId,
    scores: given.flatMap(({ score }) => score ?? []),
    comments: given.map(({ comment }) => comment).filter((comment) => comment !== ''),
  };
}
