/**
 * Work of people who act for an organisation. What they know of a file is its released state: no other state of it may
 * stand in these statements, or the list would tell what the letter has not told yet.
 */
const finishDraft = `
  SELECT 'finish-draft', 'application', a.id, a.call_id,
    CASE WHEN a.title = '' THEN c.title::jsonb ELSE to_jsonb(a.title) END,
    CASE WHEN a.title = '' THEN NULL ELSE a.file_language END, 1::bigint, c.closes_at, a.requested_cents::bigint
  FROM organisation_member m JOIN application a ON a.organisation_id = m.organisation_id
    JOIN call c ON c.id = a.call_id CROSS JOIN clock
  WHERE m.person_id = $1 AND m.role IN ('representative', 'editor') AND a.released_state = 'draft'
    AND c.state = 'published' AND clock.now < c.closes_at`;

const readLetter = `
  SELECT DISTINCT ON (a.id) 'read-letter', 'application', a.id, a.call_id, to_jsonb(a.title), a.file_language, 1::bigint,
    NULL::timestamptz, NULL::bigint
  FROM notice n JOIN application a ON a.id = n.subject_id AND a.released_at IS NOT NULL
    JOIN organisation_member m ON m.organisation_id = a.organisation_id AND m.person_id = n.person_id
  WHERE n.person_id = $1 AND n.read_at IS NULL AND n.type = 'decision.released' AND n.subject_type = 'application'`;

/** A direct file has no page for its organisation: the letter is read on the page of the organisation. */
const readLetterOfDirectFile = `
  SELECT 'read-letter', 'organisation', d.organisation_id, NULL::uuid, to_jsonb(min(f.title)), min(f.file_language),
    count(DISTINCT d.id), NULL::timestamptz, NULL::bigint
  FROM notice n JOIN decision d ON d.id = n.subject_id
    JOIN direct_file f ON f.id = d.direct_file_id AND f.released_state <> 'none'
    JOIN organisation_member m ON m.organisation_id = d.organisation_id AND m.person_id = n.person_id
  WHERE n.person_id = $1 AND n.read_at IS NULL AND n.type = 'decision.released' AND n.subject_type = 'decision'
  GROUP BY d.organisation_id`;

/** While a proposed account waits for the controller there is nothing to do. */
const addBankAccount = `
  SELECT 'add-bank-account', 'organisation', o.id, NULL::uuid, to_jsonb(o.name), o.language, 1::bigint,
    NULL::timestamptz, NULL::bigint
  FROM organisation_member m JOIN organisation o ON o.id = m.organisation_id
  WHERE m.person_id = $1 AND m.role = 'representative'
    AND (EXISTS (SELECT 1 FROM application a WHERE a.organisation_id = o.id AND a.released_state = 'awarded')
      OR EXISTS (SELECT 1 FROM direct_file f WHERE f.organisation_id = o.id AND f.released_state = 'awarded'))
    AND NOT EXISTS (SELECT 1 FROM bank_account b
      WHERE b.organisation_id = o.id AND b.state IN ('proposed', 'verified'))`;

const answerInvitation = `
  SELECT 'answer-invitation', 'organisation', o.id, NULL::uuid, to_jsonb(o.name), o.language, 1::bigint,
    i.invited_at + interval '30 days', NULL::bigint
  FROM organisation_invitation i JOIN person p ON p.email = i.email JOIN organisation o ON o.id = i.organisation_id
    CROSS JOIN clock
  WHERE p.id = $1 AND p.state = 'active' AND i.invited_at > clock.now - interval '30 days'`;

const payBack = `
  SELECT 'pay-back', CASE WHEN d.application_id IS NULL THEN 'organisation' ELSE 'application' END,
    coalesce(d.application_id, d.organisation_id), NULL::uuid, to_jsonb(r.number), NULL::text, 1::bigint,
    (r.due_on::timestamp AT TIME ZONE 'Europe/Brussels'), (r.amount_cents - r.received_cents)::bigint
  FROM organisation_member m JOIN decision d ON d.organisation_id = m.organisation_id
    JOIN repayment r ON r.decision_id = d.id AND r.state IN ('asked', 'partly-received')
  WHERE m.person_id = $1 AND m.role = 'representative'`;

export const workOfApplicants = [
  finishDraft,
  readLetter,
  readLetterOfDirectFile,
  addBankAccount,
  answerInvitation,
  payBack,
];
