import type { Endpoint } from '@commonlot/contracts';
import fc from 'fast-check';
import { brokenValue } from './broken-values.js';
import { type Bend, bends, hostileHeaders, hostileQueries, hostileSegments } from './hostile-requests.js';
import { illegalTexts, legalTexts } from './hostile-texts.js';
import { inputSchemaOf, type JsonSchema } from './json-schema.js';
import { standIn } from './known-values.js';
import { jsonText, raw, resolve, sign } from './symbols.js';
import { validValue } from './valid-values.js';

/** Who may be the sender: whoever the endpoint is for, or one of these. */
const senders = [
  'anonymous',
  'nobody with a forged session',
  'representative',
  'viewer',
  'stranger',
  'suspended',
  'officer',
  'minister',
  'controller',
  'reviewer',
  'auditor',
  'administrator',
] as const;
export type Sender = (typeof senders)[number] | 'target';

/** A request as it is drawn: plain data with symbols, so that it can be shrunk, printed, and kept as a regression. */
export interface FuzzRequest {
  readonly as: Sender;
  readonly params: Readonly<Record<string, unknown>>;
  readonly query: Readonly<Record<string, unknown>>;
  /** Put behind the query as it is. */
  readonly queryTail?: string;
  readonly body: unknown;
  readonly bend?: Bend;
  readonly headers?: readonly (readonly [string, string])[];
  /** The contract does not take this: it must not be answered with success. */
  readonly mustRefuse?: boolean;
}

/** The value that the endpoint expects in a world that has everything. */
const target = sign('target');
const asTarget = fc.constant<Sender>('target');
const sender = fc.oneof(
  { weight: 5, arbitrary: asTarget },
  { weight: 2, arbitrary: fc.constantFrom<Sender>(...senders) },
);

type Fields = Readonly<Record<string, JsonSchema>>;
const fieldsOf = (schema: JsonSchema): Fields => schema.properties ?? {};
const fromEach = <T>(fields: Fields, arbitraryOf: (member: JsonSchema, name: string) => fc.Arbitrary<T>) =>
  fc.record(Object.fromEntries(Object.entries(fields).map(([name, member]) => [name, arbitraryOf(member, name)])), {
    noNullPrototype: true,
  }) as fc.Arbitrary<Record<string, T>>;

const expected = (fields: Fields) => fromEach<unknown>(fields, () => fc.constant(target));
/** Some fields as expected, the others with whatever fits. */
const mixed = (fields: Fields) =>
  fromEach(fields, (member, name) =>
    fc.oneof(
      { weight: 3, arbitrary: fc.constant<unknown>(target) },
      { weight: 1, arbitrary: validValue(member, name) },
    ),
  );

interface Parts {
  readonly params: Fields;
  readonly query: Fields;
  readonly body: Fields;
}
function partsOf(endpoint: Endpoint): Parts {
  const of = (part: keyof Parts) => fieldsOf(inputSchemaOf(endpoint[part]));
  const sendsJson = endpoint.method !== 'GET' && endpoint.method !== 'DELETE' && endpoint.accepts === 'json';
  return { params: of('params'), query: of('query'), body: sendsJson ? of('body') : {} };
}

const bytes = fc.constantFrom('pdf', 'csv', 'csv', 'csv', 'bank', 'xlsx', 'zip bomb', 'script', 'empty', 'zeros');

/** A request of the contract, by somebody, on records that exist. */
function validRequest(endpoint: Endpoint): fc.Arbitrary<FuzzRequest> {
  const { params, body } = partsOf(endpoint);
  const drawn = (fields: Fields) =>
    fc.oneof({ weight: 2, arbitrary: expected(fields) }, { weight: 3, arbitrary: mixed(fields) });
  return fc.record(
    {
      as: sender,
      params: drawn(params),
      query: validValue(inputSchemaOf(endpoint.query)) as fc.Arbitrary<Record<string, unknown>>,
      body: endpoint.accepts === 'bytes' ? bytes : drawn(body),
    },
    { noNullPrototype: true },
  );
}

/** What the server makes of a part that was sent with stand-ins for its symbols. */
function arriving(endpoint: Endpoint, part: keyof Parts, value: unknown): unknown {
  const resolved = resolve(value, standIn);
  if (part === 'body') return JSON.parse(jsonText(resolved));
  const sent = (member: unknown) => String(member).toWellFormed();
  const members = Object.entries(resolved as object).map(([name, member]) => [name, sent(member)] as const);
  // A path has the parameters that it has: one too many cannot be sent, and one that is missing is empty.
  const names = Object.keys(partsOf(endpoint)[part]);
  if (part === 'query') return Object.fromEntries(members);
  return Object.fromEntries(names.map((name) => [name, new Map(members).get(name) ?? '']));
}

/** A request that would be right but for one thing. */
function brokenRequest(endpoint: Endpoint): fc.Arbitrary<FuzzRequest> {
  const parts = partsOf(endpoint);
  const right = expectedRequest(endpoint).map((request) => ({ ...request, mustRefuse: true }));
  const broken = (['params', 'query', 'body'] as const)
    .filter((part) => Object.keys(parts[part]).length > 0)
    .map((part) => {
      const faults = brokenValue(inputSchemaOf(endpoint[part]), part === 'body' ? 'json' : 'text').filter(
        (value) => !endpoint[part].safeParse(arriving(endpoint, part, value)).success,
      );
      const arbitrary = fc.tuple(right, faults).map(([request, fault]) => ({ ...request, [part]: fault }));
      return { weight: part === 'body' ? 8 : 2, arbitrary };
    });
  return fc.oneof(...broken, { weight: 1, arbitrary: right.map((request) => ({ ...request, queryTail: 'stray=1' })) });
}

function expectedRequest(endpoint: Endpoint): fc.Arbitrary<FuzzRequest> {
  const { params, query, body } = partsOf(endpoint);
  const needed = inputSchemaOf(endpoint.query).required ?? [];
  const neededQuery = Object.fromEntries(Object.entries(query).filter(([name]) => needed.includes(name)));
  return fc.record(
    {
      as: asTarget,
      params: expected(params),
      query: fromEach(neededQuery, (member, name) => validValue(member, name)),
      body: endpoint.accepts === 'bytes' ? bytes : expected(body),
    },
    { noNullPrototype: true },
  );
}

/** What a query must hold to be of use. */
const rightQueries: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'plan.previewPlanImport': { name: 'plan.csv' },
  'payments.importBankStatements': { name: 'statement.csv' },
  'applications.attachFile': { name: 'offerte.pdf', questionId: 'quotes' },
  'plan.comparePlanVersions': { with: target },
  'workspace.searchWorkspace': { text: 'koor' },
};

const rightFiles: Readonly<Record<string, string>> = {
  'payments.importBankStatements': 'bank',
  'plan.previewPlanImport': 'csv',
};

/** The request that the endpoint expects, from whom it expects it. */
export function rightRequest(name: string, endpoint: Endpoint): FuzzRequest {
  const { params, body } = partsOf(endpoint);
  const targets = (fields: Fields) => Object.fromEntries(Object.keys(fields).map((field) => [field, target]));
  return {
    as: 'target',
    params: targets(params),
    query: rightQueries[name] ?? {},
    body: endpoint.accepts === 'bytes' ? (rightFiles[name] ?? 'pdf') : targets(body),
  };
}

/** What no program of ours sends where a value belongs. */
const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(...legalTexts, ...illegalTexts),
  fc.constantFrom(
    raw('NaN'),
    raw('Infinity'),
    raw('-0'),
    raw('1e308'),
    raw('9007199254740993'),
    raw('-9223372036854775808'),
  ),
  fc.constantFrom(
    raw(`${'['.repeat(10_000)}${']'.repeat(10_000)}`),
    raw(`${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`),
    raw('{"__proto__":{"x":1}}'),
    raw('{"constructor":{"prototype":{"x":1}}}'),
    raw('"\\ud800"'),
    raw('"\\u0000"'),
    raw(`[${'0,'.repeat(100_000)}0]`),
    raw(`"${'x'.repeat(1_000_000)}"`),
  ),
  fc.jsonValue({ maxDepth: 4 }),
);

/** A request in which something is as an attacker or a broken program would have it. */
function hostileRequest(endpoint: Endpoint): fc.Arbitrary<FuzzRequest> {
  const { params, query, body } = partsOf(endpoint);
  const right = expectedRequest(endpoint);
  const names = Object.keys(query);
  const field = names.length === 0 ? fc.constant('any') : fc.constantFrom(...names);
  const tail = fc
    .tuple(fc.constantFrom(...hostileQueries), field)
    .map(([text, name]) => ({ queryTail: text.replaceAll('NAME', name) }));
  const header = fc.constantFrom(...hostileHeaders).map((one) => ({ headers: [one] }));
  const placed = <T extends 'params' | 'query' | 'body'>(part: T, fields: Fields, values: fc.Arbitrary<unknown>) =>
    Object.keys(fields).length === 0
      ? []
      : [
          fc
            .tuple(fc.constantFrom(...Object.keys(fields)), values)
            .map(([name, value]) => ({ [part]: { [name]: value } }) as Record<T, Record<string, unknown>>),
        ];
  const changes: fc.Arbitrary<object>[] = [
    tail,
    header,
    ...placed('params', params, fc.constantFrom(...hostileSegments).map(raw)),
    ...placed('query', query, fc.constantFrom(...legalTexts, ...illegalTexts.filter((text) => text.length < 10_000))),
    ...placed('body', body, hostileValue),
    ...placed('body', body, hostileValue),
    ...(Object.keys(body).length === 0
      ? []
      : [fc.constantFrom(...(Object.keys(bends) as Bend[])).map((bend) => ({ bend }))]),
  ];
  return fc.tuple(right, fc.oneof(...changes)).map(([request, change]) => merged(request, change));
}

/** Fields of a part take the places of those that are there; the rest of the change stands beside. */
function merged(request: FuzzRequest, change: Partial<FuzzRequest>): FuzzRequest {
  const together = (mine: unknown, other: unknown) =>
    typeof mine === 'object' && other !== undefined ? { ...mine, ...(other as object) } : mine;
  return {
    ...request,
    ...change,
    params: { ...request.params, ...change.params },
    query: { ...request.query, ...change.query },
    body: together(request.body, change.body),
  };
}

/** Requests to an endpoint: as they should be, nearly so, and hostile. */
export const anyRequest = (endpoint: Endpoint): fc.Arbitrary<FuzzRequest> =>
  fc.oneof(
    // What a contract takes as text may still mean nothing to the statement behind it.
    { weight: Object.keys(partsOf(endpoint).query).length > 0 ? 8 : 3, arbitrary: validRequest(endpoint) },
    { weight: 4, arbitrary: brokenRequest(endpoint) },
    { weight: 4, arbitrary: hostileRequest(endpoint) },
  );
