import { openDifferences } from '../payments/index.js';
import { groupOfPayments, handlesDecision, may, openRepayment } from './work-item-sql.js';

const verifyBankAccount = `
  SELECT 'verify-bank-account', 'bank-account', b.id, b.organisation_id, to_jsonb(o.name), o.language, 1::bigint,
    NULL::timestamptz, NULL::bigint
  FROM bank_account b JOIN organisation o ON o.id = b.organisation_id
  WHERE ${may('bank-account:verify')} AND b.state = 'proposed' AND b.proposed_by <> $1`;

const approvePayment = `
  SELECT 'approve-payment', ${groupOfPayments}
  FROM payment p WHERE ${may('payment:approve')} AND p.state = 'prepared' AND p.prepared_by <> $1 HAVING count(*) > 0`;

const confirmPayment = `
  SELECT 'confirm-payment', ${groupOfPayments}
  FROM payment p WHERE ${may('payment:approve')} AND p.state = 'approved' HAVING count(*) > 0`;

const receiveRepayment = `
  SELECT 'receive-repayment', ${openRepayment}
  WHERE ${may('payment:approve')} AND r.state IN ('asked', 'partly-received') AND r.asked_by <> $1
    AND ${handlesDecision}`;

const explainDifferences = `
  SELECT 'explain-differences', 'bank-statement', s.id, NULL::uuid, to_jsonb(s.reference), NULL::text, open.count,
    NULL::timestamptz, NULL::bigint
  FROM bank_statement s CROSS JOIN LATERAL (SELECT ${openDifferences} AS count) open
  WHERE ${may('payment:approve')} AND open.count > 0`;

export const workOfControllers = [
  verifyBankAccount,
  approvePayment,
  confirmPayment,
  receiveRepayment,
  explainDifferences,
];
