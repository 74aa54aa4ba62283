import { allCodes, allCopies, anybody, type Columns, paymentReaders, staff } from './column.js';

/** Sealed until the release; then for the organisation that it is about, in its letter. */
const ofDecision = { sealed: staff, refused: ['member', ...staff], awarded: ['member', ...staff] } as const;

/** Direct files, decisions, payments, and what is public of them. */
export const columnsOfDecisions: Readonly<Record<string, Columns>> = {
  'public.direct_file': {
    ...allCodes('number', 'state', 'released_state', 'file_language'),
    title: { sealed: staff, awarded: anybody },
    purpose: staff,
  },
  'public.decision_batch': {
    ...allCodes('number', 'state'),
    signatory_title: { sealed: staff, released: ['member', ...staff] },
  },
  'public.decision': {
    ...allCodes('number', 'language', 'outcome', 'advised_outcome'),
    reason: ofDecision,
    criterion_reasons: ofDecision,
    deviation_reason: ofDecision,
    act: ofDecision,
    public_reason: { sealed: staff, refused: staff, awarded: anybody },
  },
  'public.released_award': {
    ...allCodes('number', 'language', 'outcome', 'advised_outcome'),
    ...allCopies('act', 'criterion_reasons', 'deviation_reason', 'public_reason', 'reason'),
  },
  'public.payment': {
    ...allCodes('number', 'state'),
    condition: paymentReaders,
    return_reason: paymentReaders,
    bank_reference: paymentReaders,
  },
  // The public and the beneficiary read the kind of a reduction, and the beneficiary what it rests on.
  'public.award_reduction': {
    ...allCodes('kind', 'state'),
    reason: staff,
    reference: { proposed: staff, refused: staff, withdrawn: staff, confirmed: ['member', ...staff] },
    refusal: staff,
  },
  'public.repayment': {
    ...allCodes('number', 'kind', 'communication', 'state'),
    reason: ['member', ...staff],
    waiver: staff,
  },
  'public.repayment_receipt': { bank_reference: staff },
  'public.bank_statement': { ...allCodes('file_hash'), account: paymentReaders, reference: paymentReaders },
  'public.bank_entry': {
    ...allCodes('direction'),
    bank_reference: paymentReaders,
    end_to_end_id: paymentReaders,
    structured: paymentReaders,
    communication: paymentReaders,
    counterparty_name: paymentReaders,
    // Whole for whoever prepares or approves payments, as the account of a payment is.
    counterparty_account: ['officer', 'controller'],
  },
  'public.bank_explanation': { ...allCodes('kind'), reason: paymentReaders },
  'public.award_correction': {
    ...allCodes('field'),
    former_value: anybody,
    new_value: anybody,
    explanation: anybody,
  },

  // The register is a copy of what may be public: it makes nothing public.
  'register.plan_version': {
    ...allCodes('stage'),
    ...allCopies('accounts_reference', 'decree_reference', 'remark', 'source'),
  },
  'register.plan_line': { ...allCodes('code', 'kind', 'predecessor_ids'), ...allCopies('label', 'legal_ground') },
  'register.call': {
    ...allCodes('line_code', 'number', 'state'),
    ...allCopies('criteria', 'description', 'eligibility', 'form', 'line_label', 'summary', 'title'),
  },
  'register.organisation': {
    ...allCodes('language', 'legal_form', 'municipality', 'municipality_nis', 'region'),
    ...allCopies('enterprise_number', 'name', 'website'),
  },
  'register.award': {
    ...allCodes('call_number', 'language', 'line_code', 'municipality', 'municipality_nis', 'number', 'region'),
    ...allCodes('reductions'),
    ...allCopies('call_title', 'enterprise_number', 'line_label', 'organisation_name', 'reason', 'search', 'title'),
  },
  'register.correction': { ...allCodes('field'), ...allCopies('explanation', 'former_value', 'new_value') },
};
