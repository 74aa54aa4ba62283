import type { Answer, RawRequest } from '../test-api.js';

/** A request of the document and the answer that it shows. */
export interface Example {
  readonly name: string;
  readonly request: string;
  readonly answer: string;
}

/** What answers so far have given, by the name in double braces. */
export type Known = Map<string, unknown>;

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

/** The examples of a document, in its order: every block of HTTP that begins with a status answers the one before it. */
export function examplesIn(markdown: string): Example[] {
  const blocks = [...markdown.matchAll(/^### (.+)$|^```http\n([\s\S]*?)\n```$/gm)];
  const examples: Example[] = [];
  let heading = '';
  let request: string | null = null;
  for (const [, title, block] of blocks) {
    if (title !== undefined) heading = title;
    if (block === undefined) continue;
    if (/^\d{3}$/m.test(block.split('\n', 1)[0] ?? '')) {
      if (request === null) throw new Error(`An answer without a request: ${block}`);
      examples.push({ name: `${heading}: ${request.split('\n', 1)[0]}`, request, answer: block });
      request = null;
    } else {
      if (request !== null) throw new Error(`A request without an answer: ${request}`);
      request = block;
    }
  }
  if (request !== null) throw new Error(`A request without an answer: ${request}`);
  return examples;
}

interface Message {
  readonly first: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: string;
}

function messageOf(text: string): Message {
  const [head = '', ...body] = text.split('\n\n');
  const [first = '', ...lines] = head.split('\n');
  const headers = lines.map((line) => {
    const [name = '', ...value] = line.split(': ');
    return [name.toLowerCase(), value.join(': ')] as const;
  });
  return { first, headers, body: body.join('\n\n') };
}

/** The request with what is known filled in; throws where it names a value that no answer gave. */
export function requestOf({ request }: Example, known: Known): RawRequest {
  const filled = request.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => {
    if (!known.has(name)) throw new Error(`No answer gave {{${name}}}.`);
    return String(known.get(name));
  });
  const { first, headers, body } = messageOf(filled);
  const [verb, url = ''] = first.split(' ');
  const method = methods.find((each) => each === verb);
  if (method === undefined) throw new Error(`Not a request: ${first}`);
  return { method, url, headers: Object.fromEntries(headers), ...(body === '' ? {} : { payload: body }) };
}

/** How an answer differs from the one shown, one line each; the values that it names are remembered. */
export function differences({ answer: shown }: Example, answer: Answer<unknown>, known: Known): string[] {
  const { first, headers, body } = messageOf(shown);
  const faults = first === String(answer.status) ? [] : [`the status is ${answer.status}`];
  for (const [name, value] of headers) {
    const came = [answer.headers[name] ?? []].flat().map(String);
    if (!came.some((one) => isLike(value, one, known))) faults.push(`${name}: ${came.join(', ')}`);
  }
  if (body === '') return [...faults, ...(answer.raw.length > 0 ? ['there is a body'] : [])];
  const wanted: unknown = JSON.parse(body.replaceAll(/(?<!")\{\{\w+\}\}/g, '"$&"'));
  return [...faults, ...compare(wanted, answer.body, 'body', known)];
}

/** Compares a text, with one name in double braces and "…" for anything at its end. */
function isLike(shown: string, came: string, known: Known): boolean {
  const match = /^(?<before>.*?)\{\{(?<name>\w+)\}\}(?<after>.*)$/.exec(shown);
  if (match === null) return shown.endsWith('…') ? came.startsWith(shown.slice(0, -1)) : came === shown;
  const { before = '', name = '', after = '' } = match.groups ?? {};
  const rest = after.replace(/…$/, '');
  const end = rest === '' ? came.length : came.indexOf(rest, before.length);
  if (!came.startsWith(before) || end < 0) return false;
  return learn(name, came.slice(before.length, end), known);
}

function learn(name: string, value: unknown, known: Known): boolean {
  if (!known.has(name)) known.set(name, value);
  return known.get(name) === value;
}

function compare(shown: unknown, came: unknown, place: string, known: Known): string[] {
  if (shown === '…' && came !== undefined) return [];
  const name = typeof shown === 'string' ? /^\{\{(\w+)\}\}$/.exec(shown)?.[1] : undefined;
  if (name !== undefined && came != null && learn(name, came, known)) return [];
  if (Array.isArray(shown) && Array.isArray(came)) return compareLists(shown, came, place, known);
  if (isRecord(shown) && isRecord(came)) {
    return Object.entries(shown).flatMap(([key, value]) => compare(value, came[key], `${place}.${key}`, known));
  }
  return shown === came ? [] : [`${place} is ${JSON.stringify(came)}`];
}

function compareLists(shown: unknown[], came: unknown[], place: string, known: Known): string[] {
  const isOpen = shown.at(-1) === '…';
  const wanted = isOpen ? shown.slice(0, -1) : shown;
  const isLong = isOpen ? came.length >= wanted.length : came.length === wanted.length;
  if (!isLong) return [`${place} has ${came.length} elements: ${JSON.stringify(came)}`];
  return wanted.flatMap((value, index) => compare(value, came[index], `${place}[${index}]`, known));
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
