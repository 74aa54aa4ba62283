import { isProblemCode } from '@commonlot/domain';
import type { Allowed } from '../access-table.js';
import { type Caller, callers, groups, guardAnswer } from './callers.js';
import { type Kind, statesOf } from './records.js';

/**
 * A row of the table: the noun that a route is asked about, and the rules for those who may call it at all (which
 * access-table.ts says). A rule reads
 *
 *   editor viewer: draft ok; sent decided record.stale; else lifecycle.not-allowed
 *
 * callers (or a group of them, or `others`), a colon, and clauses: states, then the answer. A clause without states or
 * with `else` stands for the states that are not named; a record that is not there is `hidden` unless `none` is named.
 *
 *   ok      the answer of the contract, and for a change: it is made
 *   hidden  404, to the byte what a record that does not exist answers
 *   shown, absent   a list answers, and the record is in it or is not
 *   a code  that refusal
 */
export interface Row {
  readonly about: Kind | null;
  readonly rules: readonly string[];
}

/** Rows by the name of their route; a route that is asked about several nouns has them in brackets. */
export type Rows = Readonly<Record<string, Row>>;

/** Without rules everybody who may call is answered, about every record that there is. */
export function row(about: Kind | null = null, ...rules: readonly string[]): Row {
  return { about, rules };
}

/** State of a record that does not exist. */
export const none = 'none';

interface Rule {
  readonly callers: readonly Caller[];
  readonly answers: ReadonlyMap<string, string>;
}

/** What the caller must be answered about a record in this state; throws where the row says nothing or nonsense. */
export function expectedAnswer({ about, rules }: Row, by: Allowed, caller: Caller, state: string): string {
  const guard = guardAnswer(caller, by);
  if (guard !== null) return guard;
  if (rules.length === 0) return about !== null && state === none ? 'hidden' : 'ok';
  const rule = parseRules(rules, about, by).find((each) => each.callers.includes(caller));
  if (rule === undefined) throw new Error(`No rule for ${caller} in: ${rules.join(' | ')}`);
  const answer =
    rule.answers.get(state) ?? (about !== null && state === none ? unlisted(rule) : rule.answers.get('else'));
  if (answer === undefined) throw new Error(`No answer for ${caller} and ${state} in: ${rules.join(' | ')}`);
  return answer;
}

/** What is not there is hidden, and in no list. */
const unlisted = ({ answers }: Rule) =>
  [...answers.values()].some((answer) => listed.includes(answer)) ? 'absent' : 'hidden';

const parsed = new WeakMap<readonly string[], readonly Rule[]>();

function parseRules(rules: readonly string[], about: Kind | null, by: Allowed): readonly Rule[] {
  const known = parsed.get(rules);
  if (known !== undefined) return known;
  const named = new Set<Caller>();
  const result = rules.map((text) => {
    const [who = '', clauses = ''] = text.split(': ');
    const those = who === 'others' ? callers.filter((caller) => !named.has(caller)) : who.split(' ').flatMap(callersOf);
    for (const caller of those) {
      if (named.has(caller)) throw new Error(`${caller} is named twice in: ${rules.join(' | ')}`);
      if (who !== 'others' && guardAnswer(caller, by) !== null) throw new Error(`${caller} never gets to: ${text}`);
      named.add(caller);
    }
    return { callers: those, answers: parseClauses(clauses, about) };
  });
  parsed.set(rules, result);
  return result;
}

function callersOf(word: string): readonly Caller[] {
  const found = groups[word] ?? callers.filter((caller) => caller === word);
  if (found.length === 0) throw new Error(`Nobody is called ${word}.`);
  return found;
}

const listed: readonly string[] = ['shown', 'absent'];
const plainAnswers: readonly string[] = ['ok', 'hidden', ...listed];

function parseClauses(text: string, about: Kind | null): ReadonlyMap<string, string> {
  const states = [...(about === null ? [] : statesOf(about)), none, 'else'];
  const answers = new Map<string, string>();
  for (const clause of text.split('; ')) {
    const words = clause.split(' ');
    const answer = words.pop() ?? '';
    if (!plainAnswers.includes(answer) && !isProblemCode(answer)) throw new Error(`No answer ${answer} in: ${text}`);
    for (const state of words.length === 0 ? ['else'] : words) {
      if (!states.includes(state)) throw new Error(`No state ${state} of ${about} in: ${text}`);
      answers.set(state, answer);
    }
  }
  return answers;
}
