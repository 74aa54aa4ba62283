import { brusselsDay, type Cents, inLanguage, Problem, yearOf } from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import { Applications } from '../applications/index.js';
import { Calls } from '../calls/index.js';
import { Plan } from '../plan/index.js';
import type { Tx } from '../platform/index.js';
import { type Ranking, Reviews } from '../reviews/index.js';
import { actFor, proposeAct, templatesIn } from './act-templates.js';
import { type BatchProposal, type DecisionProposal, planFactsOf } from './batch-proposal.js';
import { criterionReasonsOf, percentOf, shorten } from './prefill.js';

type Call = Awaited<ReturnType<Calls['facts']>>;
type Candidate = Awaited<ReturnType<Applications['candidates']>>[number];
type Line = Awaited<ReturnType<Plan['lineInForce']>>;
interface Context {
  readonly call: Call;
  readonly line: Line;
  readonly ranking: Ranking;
  readonly year: number;
}

/** What the ranking of a call proposes: one decision for each admitted file, and one for each that was excluded. */
@Injectable()
export class BatchOfCall {
  constructor(
    private readonly calls: Calls,
    private readonly reviews: Reviews,
    private readonly applications: Applications,
    private readonly plan: Plan,
  ) {}

  /** Throws `decision.ranking-incomplete` while reviews or screenings are missing. */
  async propose(tx: Tx, callId: string): Promise<BatchProposal> {
    // From here to the end no file of this call gets another reviewer: the ranking that is read is the one that stays.
    await tx.query('SELECT 1 FROM call WHERE id = $1 FOR UPDATE', [callId]);
    const call = await this.calls.facts(tx, callId);
    if (call.state !== 'published') throw new Problem('lifecycle.not-allowed', { state: call.state, action: 'decide' });
    const ranking = await this.reviews.ranking(tx, callId);
    if (!ranking.isComplete) {
      throw new Problem('decision.ranking-incomplete', { waitingReviews: ranking.waitingReviews });
    }
    const line = await this.plan.lineInForce(tx, call.lineId);
    const context = { call, line, ranking, year: Math.max(line.year, yearOf(brusselsDay(tx.now))) };
    const decisions = (await this.applications.candidates(tx, callId))
      .map((candidate) => proposal(candidate, context))
      .toSorted((a, b) => (a.rankingPosition ?? Infinity) - (b.rankingPosition ?? Infinity));
    return { lineId: call.lineId, callId, year: line.year, decisions };
  }
}

function proposal(candidate: Candidate, context: Context): DecisionProposal {
  const { call, line, year } = context;
  const language = candidate.fileLanguage;
  const callTitle = inLanguage(call.title, language).text;
  const { number, title } = candidate;
  const purpose = templatesIn(language).purposeOfApplication({ number, title, callTitle });
  const base = {
    applicationId: candidate.id,
    directFileId: null,
    organisationId: candidate.organisationId,
    lineId: line.lineId,
    planVersionId: line.versionId,
    language,
  };
  const act = proposeAct({ language, plan: planFactsOf(line, language), purpose, year, channel: 'call' });
  if (candidate.state === 'excluded') {
    const reasons = candidate.exclusionReasons.map(({ text }) => text);
    const reason = shorten([templatesIn(language).exclusionReason, ...reasons].join('\n'), 4000);
    return {
      ...base,
      ...notRanked,
      outcome: 'exclude',
      advisedOutcome: 'exclude',
      reason,
      act: actFor('exclude', act),
    };
  }
  return { ...base, ...judgement(candidate, context), act };
}

const notRanked = {
  amountCents: null,
  criterionReasons: {},
  publicReason: '',
  rankingPosition: null,
  meanBasisPoints: null,
} as const;

/** What the ranking says of an admitted file: within the envelope an award of what was asked, below the line a refusal. */
function judgement(candidate: Candidate, { ranking }: Context) {
  const row = ranking.rows.find(({ applicationId }) => applicationId === candidate.id);
  if (row?.position == null) throw new Problem('decision.ranking-incomplete', { applicationId: candidate.id });
  const words = templatesIn(candidate.fileLanguage);
  const standing = {
    position: row.position,
    ranked: ranking.rows.length,
    percent: percentOf(row.meanBasisPoints ?? 0),
  };
  const outcome = row.withinEnvelope ? ('award' as const) : ('refuse' as const);
  const reason = outcome === 'award' ? words.awardReason(standing) : words.refusalReason(standing);
  return {
    outcome,
    advisedOutcome: outcome,
    amountCents: outcome === 'award' ? (row.requestedCents as Cents) : null,
    criterionReasons: criterionReasonsOf(row.comments, ranking.criteria, words),
    reason,
    publicReason: outcome === 'award' ? reason : '',
    rankingPosition: row.position,
    meanBasisPoints: row.meanBasisPoints,
  };
}
