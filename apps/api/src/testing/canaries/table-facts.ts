/** What the readers of a row depend on, as SQL over the row `t`. A fact that is missing is empty. */
export interface TableFacts {
  /** How far the row has come, for columns that not everybody may read from the beginning. */
  readonly kind?: string;
  /** Ids as arrays: the organisations that the row is of, the applications that it is about, whose it is. */
  readonly organisations?: string;
  readonly applications?: string;
  readonly people?: string;
  /** Addresses, for whoever is invited may have no account yet. */
  readonly invited?: string;
}

const isReleased = (batchId: string) => `(SELECT b.state = 'released' FROM decision_batch b WHERE b.id = ${batchId})`;
const decisionsOn = (applicationId: string) =>
  `SELECT FROM decision d WHERE d.application_id = ${applicationId} AND d.corrects_decision_id IS NULL`;
const organisationsOfCall = (callId: string) =>
  `ARRAY(SELECT a.organisation_id FROM application a WHERE a.call_id = ${callId})`;

const kindOfApplication = (a: string) => `CASE
  WHEN ${a}.state IN ('draft', 'discarded') THEN 'draft'
  WHEN NOT EXISTS (${decisionsOn(`${a}.id`)}) THEN 'sent'
  WHEN NOT EXISTS (${decisionsOn(`${a}.id`)} AND ${isReleased('d.batch_id')} AND d.lapsed_at IS NULL) THEN 'proposed'
  WHEN EXISTS (${decisionsOn(`${a}.id`)} AND d.outcome = 'award') THEN 'awarded'
  ELSE 'decided' END`;

const kindOfDecision = `CASE WHEN t.lapsed_at IS NOT NULL OR NOT ${isReleased('t.batch_id')} THEN 'sealed'
  WHEN t.outcome = 'award' THEN 'awarded' ELSE 'refused' END`;

const ofDecision = 'ARRAY(SELECT d.organisation_id FROM decision d WHERE d.id = t.decision_id)';

const hasRole = (roles: string) =>
  `EXISTS (SELECT FROM person_role r WHERE r.person_id = t.id AND r.role IN (${roles}))`;
const organisationsOfPerson = `ARRAY(SELECT m.organisation_id FROM organisation_member m WHERE m.person_id = t.id)`;
const signedFor = `SELECT d.organisation_id FROM decision d WHERE d.decided_by = t.id AND ${isReleased('d.batch_id')}`;
const planState = `SELECT CASE WHEN v.state IN ('in-force', 'superseded') THEN 'in-force' ELSE 'draft' END`;
const ofFile = (expression: string) =>
  `(SELECT ${expression} FROM application_file f JOIN application a ON a.id = f.application_id WHERE f.file_id = t.id)`;

export const tableFacts: Readonly<Record<string, TableFacts>> = {
  'public.person': {
    kind: `CASE WHEN ${hasRole(`'reviewer'`)} THEN 'reviewer' WHEN EXISTS (${signedFor}) THEN 'signatory'
      WHEN ${hasRole(`'officer', 'minister', 'controller', 'auditor', 'administrator'`)} THEN 'staff'
      WHEN EXISTS (SELECT FROM organisation_member m WHERE m.person_id = t.id) THEN 'member' ELSE 'other' END`,
    organisations: `${organisationsOfPerson} || ARRAY(${signedFor})`,
    applications: 'ARRAY(SELECT r.application_id FROM review_assignment r WHERE r.reviewer_id = t.id)',
    people: 'ARRAY[t.id]',
    invited: `ARRAY(SELECT i.email::text FROM organisation_invitation i WHERE i.invited_by = t.id)`,
  },
  'public.organisation': {
    kind: `CASE WHEN EXISTS (SELECT FROM decision d WHERE d.organisation_id = t.id AND d.outcome = 'award'
      AND d.lapsed_at IS NULL AND ${isReleased('d.batch_id')}) THEN 'awarded' ELSE 'hidden' END`,
    organisations: 'ARRAY[t.id]',
    applications: 'ARRAY(SELECT a.id FROM application a WHERE a.organisation_id = t.id)',
    invited: 'ARRAY(SELECT i.email::text FROM organisation_invitation i WHERE i.organisation_id = t.id)',
  },
  'public.organisation_invitation': { organisations: 'ARRAY[t.organisation_id]', invited: 'ARRAY[t.email::text]' },
  'public.bank_account': {
    kind: `CASE WHEN t.state IN ('verified', 'replaced') THEN 'verified' ELSE 'proposed' END`,
    organisations: 'ARRAY[t.organisation_id]',
  },
  'public.plan_version': { kind: `(${planState} FROM plan_version v WHERE v.id = t.id)` },
  'public.plan_version_line': { kind: `(${planState} FROM plan_version v WHERE v.id = t.version_id)` },
  'public.plan_comment': { kind: `CASE WHEN t.withdrawn_at IS NULL THEN 'shown' ELSE 'withdrawn' END` },
  'public.call': {
    kind: `CASE WHEN t.state IN ('draft', 'discarded') THEN 'draft' ELSE 'published' END`,
    organisations: organisationsOfCall('t.id'),
  },
  'public.application': {
    kind: kindOfApplication('t'),
    organisations: 'ARRAY[t.organisation_id]',
    applications: 'ARRAY[t.id]',
  },
  'public.stored_file': {
    kind: `coalesce(${ofFile(`CASE WHEN a.submitted_at IS NULL THEN 'draft' ELSE 'sent' END`)}, 'letter')`,
    organisations: `ARRAY[${ofFile('a.organisation_id')}]`,
    applications: `ARRAY[${ofFile('a.id')}]`,
  },
  'public.review_assignment': {
    kind: `CASE WHEN t.state <> 'sent' THEN 'unsent' WHEN EXISTS (${decisionsOn('t.application_id')}) THEN 'judged'
      ELSE 'sent' END`,
    people: 'ARRAY[t.reviewer_id]',
  },
  'public.direct_file': {
    kind: `CASE WHEN t.released_state = 'awarded' THEN 'awarded' ELSE 'sealed' END`,
    organisations: 'ARRAY[t.organisation_id]',
  },
  'public.decision_batch': {
    kind: `CASE WHEN t.state = 'released' THEN 'released' ELSE 'sealed' END`,
    organisations: 'ARRAY(SELECT d.organisation_id FROM decision d WHERE d.batch_id = t.id)',
  },
  'public.decision': { kind: kindOfDecision, organisations: 'ARRAY[t.organisation_id]' },
  'public.award_reduction': { kind: 't.state', organisations: ofDecision },
  'public.repayment': { organisations: ofDecision },
};
