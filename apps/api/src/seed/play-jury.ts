import { applications, reviews } from '@commonlot/contracts';
import type { Cast, CastMember } from './cast.js';
import type { ContractClient } from './contract-client.js';
import { exclusions, reviewComments } from './data/comments.js';
import { inParallel } from './in-parallel.js';
import type { FiledApplication, PublishedCall } from './play-call.js';
import { scoresFor } from './scores.js';

/** Admits the files; excludes those from `admissible` on, each with its reason in the language of the file. */
export async function screen(
  client: ContractClient,
  officer: CastMember,
  files: readonly FiledApplication[],
  admissible: number,
): Promise<void> {
  await inParallel(files, 6, async (file, index) => {
    const { revision } = await client.call(
      applications.readApplication,
      { params: { applicationId: file.id } },
      officer,
    );
    const params = { applicationId: file.id };
    if (index < admissible) {
      await client.call(applications.admitApplication, { params, body: { revision } }, officer);
      return;
    }
    const exclusion = exclusions[index % exclusions.length] ?? exclusions[0];
    const text = exclusion[file.organisation.language === 'nl' ? 'nl' : 'fr'];
    await client.call(
      applications.excludeApplication,
      { params, body: { revision, reasons: [{ code: exclusion.code, text }] } },
      officer,
    );
  });
}

/** Gives each admitted file two reviewers, in turn. */
export async function assign(
  client: ContractClient,
  officer: CastMember,
  cast: Cast,
  call: PublishedCall,
  files: readonly FiledApplication[],
  dueAt: Date,
): Promise<void> {
  const jury = cast.where(({ roles }) => roles.includes('reviewer'));
  const pairs = files.flatMap((file, index) =>
    [0, 1].map((turn) => ({ applicationId: file.id, reviewerId: jury[(index + turn * 3) % jury.length]?.id ?? '' })),
  );
  await client.call(
    reviews.assignReviewers,
    { params: { callId: call.id }, body: { pairs, dueAt: dueAt.toISOString() } },
    officer,
  );
}

const strength = (score: number): 0 | 1 | 2 => (score <= 4 ? 0 : score <= 7 ? 1 : 2);

/** One reviewer works through the pile: declares, and scores what `percentOf` gives; null leaves the file unscored. */
export async function reviewPile(
  client: ContractClient,
  reviewer: CastMember,
  percentOf: (applicationNumber: string) => number | null,
): Promise<void> {
  const { rows } = await client.call(reviews.listOwnAssignments, {}, reviewer);
  for (const row of rows.filter(({ state }) => state === 'assigned')) {
    const percent = percentOf(row.applicationNumber);
    if (percent === null) continue;
    const params = { assignmentId: row.id };
    const declared = await client.call(
      reviews.declareInterest,
      { params, body: { revision: row.revision, conflictKind: null } },
      reviewer,
    );
    const comments = reviewComments[row.fileLanguage === 'nl' ? 'nl' : 'fr'];
    const scores = Object.fromEntries(
      Object.entries(scoresFor(percent)).map(([criterion, score]) => [
        criterion,
        { score, comment: comments[criterion as keyof typeof comments][strength(score)] },
      ]),
    );
    const saved = await client.call(
      reviews.saveReview,
      { params, body: { scores, remark: '', revision: declared.revision } },
      reviewer,
    );

    await client.call(reviews.sendReview, { params, body: { revision: saved.revision } }, reviewer);
  }
}
