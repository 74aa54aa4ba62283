import { id } from './one-of-each.js';
import { nobody } from './proof.js';
import { copy, isAppendOnly, notAllowed, refuses, type TriggerProofs } from './trigger-proof.js';

/** An entry of five cents with these postings. */
const entryOfFive = (...postings: [account: string, amountCents: number][]) =>
  [
    `INSERT INTO ledger_entry (id, line_id, cause, amount_cents, subject_type, subject_id)
     VALUES ('${nobody}', ${id('line')}, 'commit', 5, 'decision', ${id('decision')})`,
    ...postings.map(([account, cents]) => `INSERT INTO ledger_posting VALUES ('${nobody}', ${id(account)}, ${cents})`),
  ].join(';');

/** Entries, authorisations and closings. */
export const triggersOfLedger: TriggerProofs = {
  ledger_entry: {
    ledger_entry_append_only: isAppendOnly("UPDATE ledger_entry SET cause = 'return'", {
      given: 'DELETE FROM ledger_posting',
      sql: 'DELETE FROM ledger_entry',
    }),
    ledger_entry_balance: refuses(
      'ledger_entry_balance',
      ...[
        entryOfFive(),
        entryOfFive(['available', -5], ['committed', 4]),
        entryOfFive(['available', -4], ['committed', 4]),
        entryOfFive(['available', -5], ['elsewhere', 5]),
        entryOfFive(['source', -5], ['available', 4], ['committed', 1]),
      ].map((sql) => ({
        given: `INSERT INTO ledger_account (id, line_id, kind) VALUES (${id('elsewhere')}, ${id('heading')}, 'available')`,
        sql,
        without: ['DROP TRIGGER ledger_posting_balance ON ledger_posting'],
      })),
    ),
    ledger_entry_open: [
      ...refuses('ledger_entry_month_open', {
        given: `ALTER TABLE month_closing DISABLE TRIGGER USER; UPDATE month_closing SET plan_id = ${id('plan')},
          ends_at = '2101-01-01'`,
        sql: entryOfFive(['available', -5], ['committed', 5]),
      }),
      ...refuses('ledger_entry_year_open', {
        given: `ALTER TABLE year_closing DISABLE TRIGGER USER; UPDATE year_closing SET plan_id = ${id('plan')},
          state = 'signed', signed_by = ${id('minister')}, signed_at = now()`,
        sql: entryOfFive(['available', -5], ['committed', 5]),
      }),
    ],
    ledger_entry_ground: refuses(
      'ledger_entry_ground',
      ...['authorise', 'carry-in'].map((cause) =>
        entryOfFive(['source', -5], ['available', 5]).replace("'commit'", `'${cause}'`),
      ),
      ...['carry-out', 'give-back'].map((cause) =>
        entryOfFive(['available', -5], ['source', 5]).replace("'commit'", `'${cause}'`),
      ),
    ),
    ledger_entry_advance: refuses('ledger_entry_advance', {
      given: `ALTER TABLE plan_version DISABLE TRIGGER USER; UPDATE plan SET year = 2099 WHERE year = 2026;
        UPDATE plan_version SET total_cents = 8 WHERE number = 1;
        INSERT INTO ledger_account (id, line_id, kind, subject_id) VALUES (${id('paid')}, ${id('line')}, 'paid', ${id('decision')})`,
      sql: entryOfFive(['committed', -5], ['paid', 5]).replace("'commit'", "'pay'"),
      without: ['DROP TRIGGER ledger_entry_open ON ledger_entry'],
    }),
  },
  overrun: {
    overrun_lifecycle: notAllowed(copy('overrun', { state: 'withdrawn' })),
    overrun_final: isAppendOnly({
      given: "UPDATE overrun SET state = 'withdrawn'",
      sql: 'UPDATE overrun SET revision = 1',
    }),
  },
  month_closing: {
    month_closing_turn: refuses(
      'month_closing_turn',
      copy('month_closing', { month: 3 }),
      // Its turn, and it is not over before a time that no test runs in.
      { given: 'UPDATE plan SET year = 2100 WHERE year = 2027', sql: copy('month_closing', { month: 2 }) },
    ),
    month_closing_append_only: isAppendOnly('UPDATE month_closing SET month = 2', 'DELETE FROM month_closing'),
  },
  year_closing: {
    year_closing_lifecycle: notAllowed(copy('year_closing', { number: 2, state: 'withdrawn' })),
    year_closing_final: isAppendOnly({
      given: "UPDATE year_closing SET state = 'withdrawn'",
      sql: 'UPDATE year_closing SET revision = 1',
    }),
    year_closing_ready: refuses('year_closing_ready', 'UPDATE year_closing SET revision = 1', {
      given: "UPDATE year_closing SET state = 'withdrawn'",
      sql: copy('year_closing', { number: 2, state: 'prepared' }),
    }),
    year_closing_booked: refuses('year_closing_booked', {
      sql: `UPDATE year_closing SET state = 'signed', signed_by = ${id('minister')}, signed_at = now()`,
      given: `UPDATE year_closing SET destinations = '[{"lineId": "${nobody}", "amountCents": 5, "toLineId": null}]'`,
      without: ['DROP TRIGGER year_closing_ready ON year_closing'],
    }),
  },
  ledger_posting: {
    ledger_posting_append_only: isAppendOnly(
      'UPDATE ledger_posting SET amount_cents = amount_cents * 2',
      'DELETE FROM ledger_posting',
    ),
    ledger_posting_balance: refuses(
      'ledger_entry_balance',
      `INSERT INTO ledger_posting VALUES (${id('allocation')}, ${id('committed')}, 1)`,
    ),
    ledger_posting_apply: refuses(
      'ledger_account_not_overspent',
      `INSERT INTO ledger_entry (id, line_id, cause, amount_cents, subject_type, subject_id)
         VALUES ('${nobody}', ${id('line')}, 'commit', 701, 'decision', ${id('decision')});
       INSERT INTO ledger_posting VALUES ('${nobody}', ${id('available')}, -701), ('${nobody}', ${id('committed')}, 701)`,
    ),
  },
};
