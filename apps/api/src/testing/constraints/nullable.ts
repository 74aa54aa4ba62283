/** The columns that may be empty, by table; every other column of every table is NOT NULL. */
export const nullable: Readonly<Record<string, string>> = {
  application: `content_hash municipality_nis released_at requested_cents screened_at screened_by sent_content submitted_at
    submitted_by`,
  application_file: 'removed_at',
  bank_account: 'judged_at judged_by',
  call: 'closes_at envelope_cents max_amount_cents max_share_percent opens_at published_at published_by',
  decision: `act advised_outcome amount_cents application_id corrects_decision_id decided_by direct_file_id lapsed_at
    letter_file_id mean_basis_points outcome ranking_position signed_at`,
  decision_batch: 'call_id prepared_at released_at released_by signed_at signed_by',
  idempotency: 'response',
  journal: 'actor_id',
  ledger_account: 'subject_id',
  ledger_entry: 'actor_id',
  municipality: 'province_nis',
  notice: 'read_at',
  one_time_link: 'used_at',
  organisation: 'website',
  outgoing_mail: 'about_id about_type last_error person_id sent_at',
  payment: 'approved_at approved_by bank_account_id due_on paid_on prepared_at prepared_by return_reason',
  person: 'confirmed_at password_hash',
  person_role: 'granted_by',
  plan_version: `accounts_reference approved_at approved_by decree_on decree_reference in_force_at remark return_reason submitted_at
    submitted_by`,
  plan_version_line: 'amount_cents beneficiary_number formula parent_line_id sector',
  review_assignment: 'conflict_kind declared_at due_at sent_at weighted_basis_points',
  session: 'revoked_at',
  stored_file: 'scanned_at uploaded_by',
  'register.award': 'call_number call_title',
  'register.call': 'admissible awarded awarded_cents filed',
  'register.organisation': 'website',
  'register.plan_line': 'amount_cents parent_line_id',
  'register.plan_version': 'accounts_reference remark',
};
