import { endpoints } from '@commonlot/contracts';
import { type Caller, callers, guardAnswer } from './callers.js';
import { expectedAnswer, none } from './grammar.js';
import { recordKinds, statesOf } from './records.js';
import { allowedOn, routeOf, rows } from './rows.js';

// Read off the table, which the access matrix holds the API to.

/** The routes whose row has this answer for the caller, about any record in any state. */
function routesWith(caller: Caller, answers: readonly string[], isChange: boolean): string[] {
  const found = Object.entries(rows).filter(([name, row]) => {
    if ((endpoints.get(routeOf(name))?.method !== 'GET') !== isChange) return false;
    const states = row.about === null ? [none] : statesOf(row.about);
    return states.some((state) => answers.includes(expectedAnswer(row, allowedOn(name), caller, state)));
  });
  return [...new Set(found.map(([name]) => routeOf(name)))].sort();
}

/** What everybody may change who has an account: what is their own. */
const own = ['access.savePreferences', 'organisations.createOrganisation', 'workspace.markNoticesRead'];
/** What everybody may do without any account. */
const open = ['access.requestPasswordReset', 'access.signOut', 'access.signUp'];

it('lets the auditor change nothing but what is everybody’s own', () => {
  expect(routesWith('auditor', ['ok'], true)).toEqual([...own, ...open].sort());
});

it('lets the administrator change accounts, and nothing of the work', () => {
  expect(routesWith('administrator', ['ok'], true)).toEqual(
    [...own, ...open, 'access.setRoles', 'access.setSuspension'].sort(),
  );
});

it('shows the administrator accounts, and no record of the work', () => {
  const shown = routesWith('administrator', ['ok', 'shown'], false).filter((name) => rowsAboutWork(name));
  expect(shown).toEqual(['workspace.readHistory']);
  const readable = Object.entries(rows).filter(([name, row]) => {
    if (routeOf(name) !== 'workspace.readHistory' || row.about === null) return false;
    return statesOf(row.about).some((state) => expectedAnswer(row, allowedOn(name), 'administrator', state) === 'ok');
  });
  expect(readable.map(([name]) => name)).toEqual(['workspace.readHistory (person)']);
});

/** Whether the route is asked about records, and is neither public nor about accounts. */
function rowsAboutWork(route: string): boolean {
  const named = Object.entries(rows).filter(([name]) => routeOf(name) === route);
  return allowedOn(route) !== 'public' && named.some(([, { about }]) => about !== null && about !== 'person');
}

it('has nobody but the reviewer score, and nobody of the office but a minister sign', () => {
  const may = (route: string) => callers.filter((caller) => routesWith(caller, ['ok'], true).includes(route));
  expect(may('reviews.saveReview')).toEqual(['reviewer']);
  expect(may('decisions.signBatch')).toEqual(['minister']);
  expect(may('payments.preparePayment')).toEqual(['officer']);
  expect(may('payments.approvePayment')).toEqual(['controller']);
  expect(may('plan.approvePlanVersion')).toEqual(['minister']);
  expect(may('organisations.judgeBankAccount')).toEqual(['controller']);
  expect(may('applications.submitApplication')).toEqual(['representative']);
});

it('gives whoever is not signed in, or suspended, nothing but what is public', () => {
  const closed = Object.keys(rows).filter((name) => allowedOn(name) !== 'public');
  for (const caller of ['anonymous', 'suspended'] as const) {
    expect(closed.filter((name) => guardAnswer(caller, allowedOn(name)) !== 'session.missing')).toEqual([]);
  }
});

it('asks about every noun in every state, in more than one row', () => {
  for (const kind of Object.keys(recordKinds)) {
    const asked = Object.values(rows).filter(({ about }) => about === kind);
    expect([kind, asked.length > 0]).toEqual([kind, true]);
  }
});

it.each([
  ['officer: never', 'No answer never in: never'],
  ['officer: lost ok', 'No state lost of call in: lost ok'],
  ['nobody: ok', 'Nobody is called nobody.'],
  ['minister: ok', 'minister never gets to: minister: ok'],
  ['officer: draft ok', 'No answer for officer and open in: officer: draft ok'],
  ['recused: ok', 'No rule for officer in: recused: ok'],
])('refuses the rule "%s"', (rule, fault) => {
  const ask = () => expectedAnswer({ about: 'call', rules: [rule] }, ['officer'], 'officer', 'open');
  expect(ask).toThrow(fault);
});
