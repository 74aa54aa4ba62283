/** What a role may do with a table: with all of it, or with these columns. What is not here is refused. */
export interface Rights {
  readonly SELECT?: true;
  readonly INSERT?: true | readonly string[];
  readonly UPDATE?: true | readonly string[];
  readonly DELETE?: true;
}

const reads: Rights = { SELECT: true };
const adds: Rights = { SELECT: true, INSERT: true };
const addsAndChanges = (...columns: string[]): Rights => ({ ...adds, UPDATE: columns.length === 0 ? true : columns });
const addsAndRemoves: Rights = { ...adds, DELETE: true };
const everything: Rights = { ...addsAndChanges(), DELETE: true };

/**
 * The rights of the API by table, written by hand beside the GRANTs of the migrations: what must only grow has no UPDATE,
 * what must stay has no DELETE, and nothing empties a table.
 */
export const rightsOfApi: Readonly<Record<string, Rights>> = {
  application: addsAndChanges(),
  application_file: addsAndChanges('removed_at'),
  award_correction: adds,
  award_reduction: addsAndChanges('state', 'closed_by', 'closed_at', 'refusal', 'revision'),
  bank_account: addsAndChanges('state', 'judged_by', 'judged_at', 'revision'),
  bank_entry: adds,
  bank_entry_match: adds,
  bank_explanation: adds,
  bank_statement: adds,
  call: addsAndChanges(),
  decision: everything,
  decision_batch: addsAndChanges(),
  direct_file: addsAndChanges(),
  idempotency: everything,
  invariant_result: everything,
  journal: adds,
  journal_seal: reads,
  journal_unsealed: reads,
  ledger_account: { SELECT: true, INSERT: ['line_id', 'kind', 'subject_id'] },
  ledger_entry: adds,
  ledger_line: reads,
  ledger_line_balance: reads,
  ledger_posting: adds,
  lifecycle_move: reads,
  month_closing: { SELECT: true, INSERT: ['id', 'plan_id', 'month', 'closed_by'] },
  municipality: reads,
  notice: addsAndChanges('read_at'),
  one_time_link: addsAndChanges('used_at'),
  organisation: addsAndChanges(),
  organisation_invitation: { ...addsAndChanges('role', 'invited_by', 'invited_at'), DELETE: true },
  organisation_member: everything,
  outgoing_mail: addsAndChanges('sent_at', 'failures', 'last_error'),
  overrun: addsAndChanges('state', 'signed_by', 'signed_at', 'revision'),
  payment: addsAndChanges(),
  person: addsAndChanges(),
  person_role: addsAndRemoves,
  plan: adds,
  plan_line: adds,
  plan_comment: addsAndChanges('text', 'changed_at', 'withdrawn_at', 'resolved_by', 'resolved_at', 'revision'),
  plan_comment_earlier: adds,
  plan_comment_mention: addsAndRemoves,
  plan_scenario: { ...addsAndChanges('name', 'adjustments', 'adopted_by', 'adopted_at', 'revision'), DELETE: true },
  plan_version: addsAndChanges(),
  plan_version_drafter: adds,
  plan_version_line: everything,
  plan_version_earlier_step: adds,
  plan_version_line_advice: addsAndRemoves,
  plan_version_line_commitment: addsAndRemoves,
  plan_version_line_predecessor: addsAndRemoves,
  plan_version_step: addsAndChanges('is_required', 'done_on', 'reference', 'recorded_by', 'recorded_at'),
  province: reads,
  rate_window: everything,
  released_award: reads,
  repayment: addsAndChanges('state', 'received_cents', 'waived_by', 'waived_at', 'waiver', 'revision'),
  repayment_receipt: adds,
  review_assignment: addsAndChanges(),
  session: addsAndChanges('last_seen_at', 'revoked_at'),
  stored_file: addsAndChanges('scan_state'),
  year_closing: addsAndChanges(
    ...['state', 'signed_by', 'signed_at', 'returned_by', 'returned_at', 'return_reason', 'revision'],
  ),
  'register.award': everything,
  'register.award_change': { SELECT: true, UPDATE: ['number'] },
  'register.call': everything,
  'register.correction': everything,
  'register.organisation': everything,
  'register.plan_line': everything,
  'register.plan_version': everything,
};

/** The rights of the public site. */
export const rightsOfRegister: Readonly<Record<string, Rights>> = {
  'register.award': reads,
  'register.award_change': reads,
  'register.call': reads,
  'register.correction': reads,
  'register.organisation': reads,
  'register.plan_line': reads,
  'register.plan_version': reads,
};

/** What runs with the rights of its owner, and who may call it beside the owner; a trigger calls by itself. */
export const runAsOwner: Readonly<Record<string, readonly string[]>> = {
  apply_posting: ['commonlot_app', 'commonlot_register'],
  await_seal: [],
  lock_ledger_lines: ['commonlot_app'],
  seal_journal: ['commonlot_app'],
};
