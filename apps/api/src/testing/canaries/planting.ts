import type { Endpoint } from '@commonlot/contracts';
import type { TestApi } from '../test-api.js';
import { newWord, wordsIn } from './words.js';

/** Fields whose text must stay what it is. */
const untouched = new Set(['password', 'email', 'token']);

/**
 * The API as the builders of tests call it; but every text that goes in carries a word of its own: each field of each
 * body that takes prose, names of people and of files, and the bytes of files. A field that a later module adds is
 * planted like the others.
 */
export function planting(api: TestApi): TestApi {
  const call: TestApi['call'] = (endpoint, input = {}, options = {}) =>
    api.call(
      endpoint,
      { ...input, body: planted(endpoint, input.body), query: withFileName(endpoint, input.query) } as typeof input,
      options.bytes === undefined ? options : { ...options, bytes: plantedFile(options.bytes) },
    );
  const person: TestApi['person'] = (roles, name = 'Test Person') => api.person(roles, `${name} ${newWord()}`);
  return new Proxy(api, {
    get: (target, name, receiver) =>
      name === 'call' ? call : name === 'person' ? person : Reflect.get(target, name, receiver),
  });
}

/** A statement of the bank has a word in each of its texts; any other file has one behind its end. */
function plantedFile(bytes: Buffer): Buffer {
  const text = bytes.toString();
  if (!text.startsWith('<?xml')) return Buffer.concat([bytes, Buffer.from(newWord())]);
  return Buffer.from(text.replaceAll(textsOfStatement, (found) => `${found} ${newWord()}`));
}
const textsOfStatement = /(?<=<(?:Nm|Ustrd|EndToEndId|Ref|AcctSvcrRef|Stmt><Id)>)[^<]+/g;

function withFileName(endpoint: Endpoint, query: unknown): unknown {
  const { name } = (query ?? {}) as { name?: string };
  if (endpoint.accepts !== 'bytes' || name === undefined) return query;
  return { ...(query as object), name: name.replace(/(\.\w+)?$/, ` ${newWord()}$1`) };
}

/** A copy of the body in which each text has a word, as far as the contract still takes it. */
function planted(endpoint: Endpoint, body: unknown): unknown {
  if (body === undefined || endpoint.accepts === 'bytes') return body;
  const fits = (value: unknown) => endpoint.body.safeParse(value).success;
  let whole = body;
  for (const place of textPlaces(body)) {
    const before = whole;
    const text = textAt(before, place);
    const tries = [`${text} ${newWord()}`.trim(), newWord()].map((longer) => withText(before, place, longer));
    whole = tries.find(fits) ?? before;
  }
  return whole;
}

type Place = readonly string[];

function textPlaces(value: unknown, at: Place = []): Place[] {
  if (typeof value === 'string') return isProse(value) && !untouched.has(at.at(-1) ?? '') ? [at] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) => textPlaces(member, [...at, name]));
}

/** Prose has a space or begins like a sentence; codes, days, ids and account numbers do neither. Empty fields take a word. */
const isProse = (text: string): boolean =>
  text === '' || ((/\s/u.test(text) || /^\p{Lu}\p{Ll}/u.test(text)) && wordsIn(text).size === 0);

function textAt(value: unknown, place: Place): string {
  return place.reduce<unknown>((member, name) => (member as Record<string, unknown>)[name], value) as string;
}

function withText(value: unknown, [name, ...rest]: Place, text: string): unknown {
  if (name === undefined) return text;
  const member = withText((value as Record<string, unknown>)[name], rest, text);
  if (Array.isArray(value)) return value.with(Number(name), member);
  return { ...(value as object), [name]: member };
}
