import { may } from './work-item-sql.js';

/** One item per call, however many files; a file that was withdrawn or excluded is gone for its reviewers. */
const assignments = (task: string, state: string) => `
  SELECT '${task}', 'call', c.id, NULL::uuid, c.title::jsonb, NULL::text, count(*), min(r.due_at), NULL::bigint
  FROM review_assignment r JOIN application a ON a.id = r.application_id AND a.state = 'admitted'
    JOIN call c ON c.id = a.call_id AND c.state = 'published'
  WHERE ${may('review:own')} AND r.reviewer_id = $1 AND r.state = '${state}' GROUP BY c.id`;

export const workOfReviewers = [assignments('declare-interest', 'assigned'), assignments('score', 'accepted')];
