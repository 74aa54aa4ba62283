import { filesIn } from '../canaries/answer-text.js';
import { crawl, type Visit } from '../canaries/crawl.js';
import { type Reading, readingsOf } from '../canaries/readings.js';
import { settle } from '../settle.js';
import type { Answer, TestApi, TestPerson } from '../test-api.js';
import type { Side, Twin } from './twin.js';
import { atHour, type Who } from './world.js';

/** What may differ between two answers to one request: when it was answered, and its id. */
const passing = new Set(['date', 'x-request-id']);

/** Everything that a stranger gets from one of the two systems, by what was asked. */
type Seen = ReadonlyMap<string, string>;

/**
 * Makes the difference on both sides and lets every stranger look, ask, act and read mail. Returns what tells the two
 * apart: nothing, if the secret is kept.
 */
export async function differences(twin: Twin, one: Side, other: Side, known: ReadonlySet<string>): Promise<string[]> {
  for (const [side, step] of [
    [one, twin.one],
    [other, twin.other],
  ] as const) {
    atHour(side.api, side.world, 1);
    await step(side);
    await settle(side.api);
    atHour(side.api, side.world, 2);
  }
  const readings = union(await readingsOf(one.api), await readingsOf(other.api));
  const found = new Map<string, { who: Who[]; difference: string }>();
  for (const who of twin.strangers) {
    const look = (side: Side) => seenBy(side, who, twin, readings, known);
    const [first, second] = await Promise.all([look(one), look(other)]);
    for (const { what, difference } of compare(first, second)) {
      found.set(what, { who: [...(found.get(what)?.who ?? []), who], difference });
    }
  }
  return [...found].map(([what, { who, difference }]) => `${who.join(', ')} can tell by ${what}: ${difference}`);
}

/** What is long and holds nothing of what a secret here is about: fixed lists, and the plan printed once more. */
const constant = new Set(['platform.readOpenApi', 'organisations.listMunicipalities', 'plan.readPlanDocument']);

/** Both are asked for what either has: an address that is guessed right tells nothing either. Pages are read whole. */
function union(one: readonly Reading[], other: readonly Reading[]): Reading[] {
  const all = one.map(({ name, searchedBy, urls }, index) => ({
    name,
    searchedBy,
    urls: [...new Set([...urls, ...(other[index]?.urls ?? [])])].filter((url) => !url.endsWith('?limit=1')).toSorted(),
  }));
  return all.filter(({ name }) => !constant.has(name));
}

async function seenBy(
  { api, world }: Side,
  who: Who,
  twin: Twin,
  readings: readonly Reading[],
  known: ReadonlySet<string>,
): Promise<Seen> {
  const as = world.people[who];
  const seen = new Map<string, string>();
  const acts = twin.acts[who] ?? [];
  for (const [index, act] of acts.entries()) {
    seen.set(`act ${index + 1}`, plain(await act({ api, world }, as), known));
  }
  if (acts.length > 0) await settle(api);
  // What is public is the same for everybody (the test of canaries asks as everybody): strangers without a name read it.
  const own = readings.filter(({ name }) => as === null || !name.startsWith('register.'));
  await crawl(api, as, own, ({ name, url, answer }: Visit) => seen.set(`${name} ${url}`, plain(answer, known)));
  seen.set('mail', await mailsOf(api, as, known));
  return seen;
}

async function mailsOf(api: TestApi, as: TestPerson | null, known: ReadonlySet<string>): Promise<string> {
  const mails = await api.sql<{ text: string }>(
    `SELECT concat_ws(' | ', language, subject, body) AS text FROM outgoing_mail WHERE recipient = $1 ORDER BY 1`,
    [as?.email ?? ''],
  );
  return withoutChance(mails.map(({ text }) => text).join('\n'), known);
}

/** An answer as text: status, body, and the headers in their order. */
function plain({ status, headers, raw }: Answer<unknown>, known: ReadonlySet<string>): string {
  const kept = Object.entries(headers).filter(([name]) => !passing.has(name));
  const lines = kept.map(([name, value]) => `${name}: ${String(value)}`);
  // An archive is what its files say; what it packs and seals differs with every id.
  const text =
    filesIn(raw)?.join('\n').replaceAll(hashes, '<hash>').replaceAll(madeAt, '<now>') ?? raw.toString('latin1');
  return withoutChance([status, text, ...lines].join('\n'), known);
}

const madeAt = /(?<="createdAt": ")[^"]*/g;
const hashes = /\b[0-9a-f]{64}\b/g;
const ids = /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g;

/** New ids are random and differ always: each is replaced by its place among those of the answer. */
function withoutChance(text: string, known: ReadonlySet<string>): string {
  const places = new Map<string, string>();
  return text
    .replaceAll(ids, (id) => {
      if (known.has(id)) return id;
      if (!places.has(id)) places.set(id, `<new ${places.size + 1}>`);
      return places.get(id) ?? id;
    })
    .replaceAll(/"lastSeenAt":"[^"]*"/g, '"lastSeenAt":"<now>"');
}

/** Every id that both systems have from the beginning. */
export async function idsIn(api: TestApi): Promise<Set<string>> {
  const tables = await api.sql<{ name: string }>(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname IN ('public', 'register')`,
  );
  const known = new Set<string>();
  for (const { name } of tables) {
    for (const { row } of await api.sql<{ row: string }>(`SELECT to_jsonb(t)::text AS row FROM ${name} t`)) {
      for (const [id] of row.matchAll(ids)) known.add(id);
    }
  }
  return known;
}

function compare(one: Seen, other: Seen): { what: string; difference: string }[] {
  const asked = [...new Set([...one.keys(), ...other.keys()])];
  return asked.flatMap((what) => {
    const [first, second] = [one.get(what) ?? 'nothing was asked', other.get(what) ?? 'nothing was asked'];
    return first === second ? [] : [{ what, difference: firstDifference(first, second) }];
  });
}

function firstDifference(first: string, second: string): string {
  let at = 0;
  while (first[at] === second[at]) at += 1;
  const around = (text: string) => text.slice(Math.max(at - 40, 0), at + 60).replaceAll('\n', ' ');
  return `…${around(first)}… and …${around(second)}…`;
}
