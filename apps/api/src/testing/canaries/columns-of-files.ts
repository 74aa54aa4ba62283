import { allCodes, anybody, type Columns, fileReaders, staff } from './column.js';

const ofCall = { draft: fileReaders, published: anybody };
const ofPlan = { draft: staff, 'in-force': anybody };
const sent = ['member', ...fileReaders] as const;
const judged = [...sent, 'accepted'] as const;

/** Plans, calls, applications and what reviewers say of them. */
export const columnsOfFiles: Readonly<Record<string, Columns>> = {
  'public.plan_version': {
    ...allCodes('stage', 'state'),
    decree_reference: anybody,
    remark: ofPlan,
    source: ofPlan,
    return_reason: staff,
    accounts_reference: anybody,
  },
  'public.plan_version_line': {
    ...allCodes('code', 'kind', 'sector', 'formula'),
    label: ofPlan,
    legal_ground: ofPlan,
    beneficiary_number: staff,
    co_minister: staff,
  },
  'public.month_closing': { ...allCodes('entries_hash', 'figures', 'seal_hash') },
  'public.overrun': { ...allCodes('state'), act_reference: staff, reason: staff },
  'public.year_closing': { ...allCodes('destinations', 'state'), decision_reference: staff, return_reason: staff },
  // What was withdrawn or said before is for those who read the journal.
  'public.plan_comment': { text: { shown: staff, withdrawn: ['auditor'] } },
  'public.plan_comment_earlier': { text: ['auditor'] },
  'public.plan_version_line_commitment': { reference: staff },
  'public.plan_version_line_advice': { adviser: staff, reference: staff },
  'public.plan_scenario': { ...allCodes('adjustments'), name: staff },
  'public.plan_version_earlier_step': { ...allCodes('kind'), reference: staff },
  'public.plan_version_step': { ...allCodes('kind'), reference: staff },
  'public.ledger_account': allCodes('kind'),
  'public.ledger_entry': allCodes('cause', 'subject_type'),

  'public.call': {
    ...allCodes('number', 'state'),
    title: ofCall,
    summary: ofCall,
    description: ofCall,
    eligibility: ofCall,
    criteria: ofCall,
    form: ofCall,
    // Whoever had begun an application reads it in a mail.
    cancellation_reason: ['member'],
  },

  'public.application': {
    ...allCodes('number', 'state', 'released_state', 'file_language', 'municipality_nis', 'content_hash'),
    title: {
      draft: ['member'],
      sent: [...sent, 'assigned'],
      // The controller reads decisions and payments, and each of them names its file.
      proposed: ['member', ...staff, 'assigned'],
      decided: ['member', ...staff, 'assigned'],
      awarded: anybody,
    },
    answers: { draft: ['member'], sent: judged, proposed: judged, decided: judged, awarded: judged },
    sent_content: 'copy',
    // Found out with the decision, and in its words.
    exclusion_reasons: { sent: fileReaders, proposed: staff, decided: staff },
    withdrawal_reason: sent,
  },
  'public.application_file': allCodes('question_id'),
  'public.stored_file': {
    ...allCodes('media_type', 'scan_state', 'sha256'),
    // The auditor reads the history of a draft, and that files came and went.
    name: { draft: ['member', 'auditor'], sent: judged },
    bytes: { draft: ['member'], sent: judged },
  },

  'public.review_assignment': {
    ...allCodes('state', 'conflict_kind'),
    // Sealed until sent. The comments of a review that was sent have no author.
    scores: { unsent: ['self'], sent: ['self', ...fileReaders], judged: ['self', ...staff] },
    remark: ['self'],
    id: { unsent: ['self', 'officer'], sent: ['self', 'officer'], judged: ['self', 'officer'] },
  },
};
