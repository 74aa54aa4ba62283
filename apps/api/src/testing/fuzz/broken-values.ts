import fc from 'fast-check';
import { illegalTexts } from './hostile-texts.js';
import type { JsonSchema } from './json-schema.js';
import { knownKeys } from './known-values.js';
import { raw } from './symbols.js';
import { validValue } from './valid-values.js';

/** How a value travels: as JSON, or as text in a query or a path, where every number is text anyway. */
export type Medium = 'json' | 'text';

/** Numbers that are no whole number of ours, written as they are: JSON knows no NaN, and 2^63 is no number of JavaScript. */
const strangeNumbers = ['1e400', '-1e400', '9007199254740993', '9223372036854775808', '0.1', '1.0000000001', '-0.5'];

/** What a name of one line does not take. */
const manyLines = ['a\r\nBcc: somebody@example.org', 'tab\there', '\u202egnp.exe', 'a\u2028b', '\u2066a\u2069'];

/**
 * Values that are right but for one place, which the schema refuses: a wrong type, a boundary and one more, a field
 * missing or too many, null, nothing, too long, another choice, a number that is none.
 */
export function brokenValue(schema: JsonSchema, medium: Medium, field = ''): fc.Arbitrary<unknown> {
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices !== undefined) return brokenChoice(choices, medium, field);
  if (schema.type === 'object') return brokenObject(schema, medium, field);
  if (schema.type === 'array') return brokenList(schema, medium, field);
  return fc.constantFrom(...brokenScalars(schema, medium));
}

/** The final filter of the caller drops what another choice takes. */
function brokenChoice(choices: readonly JsonSchema[], medium: Medium, field: string): fc.Arbitrary<unknown> {
  const real = choices.filter(({ type, const: constant }) => type !== 'null' && constant === undefined);
  return fc.oneof(...real.map((choice) => brokenValue(choice, medium, field)));
}

function brokenScalars(schema: JsonSchema, medium: Medium): unknown[] {
  if (schema.type === 'integer' || schema.type === 'number') return brokenNumbers(schema, medium);
  if (schema.type === 'boolean') return ['true', 0, 1, null, '', [], {}];
  const texts = brokenTexts(schema);
  // What does not fit into the head of a request is refused before anybody looks at it.
  return medium === 'text'
    ? texts.filter((text) => text.length < 5000)
    : [...texts, null, 0, 1.5, true, [], ['x'], {}, { length: 1 }, raw('1e400')];
}

function brokenNumbers({ minimum, maximum, type }: JsonSchema, medium: Medium): unknown[] {
  const beyond = [...(minimum === undefined ? [] : [minimum - 1]), ...(maximum === undefined ? [] : [maximum + 1])];
  if (medium === 'text') return [...beyond.map(String), 'abc', '1,5', '1e400', 'NaN', '--1', '1.5', '9007199254740993'];
  const numbers = type === 'integer' ? [1.5, Number.MIN_VALUE, ...strangeNumbers.map(raw)] : [raw('1e400')];
  return [...beyond, ...numbers, '1', '', 'NaN', null, true, [], [1], {}, { valueOf: 1 }];
}

function brokenTexts({ enum: choices, pattern, allOf, minLength = 0, maxLength, format }: JsonSchema): string[] {
  if (choices !== undefined) return ['', 'nonsense', choices[0]?.toUpperCase() ?? '', `${choices[0]} `, '__proto__'];
  const long = maxLength === undefined ? [] : ['x'.repeat(maxLength + 1), '\u00e9'.repeat(maxLength + 1)];
  const short = minLength === 0 ? [] : ['', ' '.repeat(minLength), 'x'.repeat(minLength - 1)];
  const shaped = format !== undefined || (pattern !== undefined && !pattern.startsWith('^[^'));
  const shapes = [
    '',
    ' ',
    '0',
    'x'.repeat(5000),
    '2026-02-30',
    '0000-00-00',
    '24:00',
    '\u0661\u0662\u0663',
    '../../etc',
  ];
  return [
    ...long,
    ...short,
    ...(pattern === undefined && allOf === undefined ? [] : illegalTexts),
    ...(allOf === undefined ? [] : manyLines),
    ...(shaped ? shapes : []),
  ];
}

function brokenObject(schema: JsonSchema, medium: Medium, field: string): fc.Arbitrary<unknown> {
  const { properties = {}, required = [], additionalProperties } = schema;
  if (typeof additionalProperties === 'object') return brokenRecord(schema, additionalProperties, medium, field);
  const valid = validValue(schema, field) as fc.Arbitrary<object>;
  const without = (name: string) =>
    valid.map((value) => Object.fromEntries(Object.entries(value).filter(([key]) => key !== name)));
  const stray = fc.constantFrom('stray', 'constructor', 'state', 'id', 'roles', 'isAdministrator', '', '\u0000');
  const broken = Object.entries(properties).map(([name, member]) =>
    fc.tuple(valid, brokenValue(member, medium, name)).map(([value, fault]) => ({ ...value, [name]: fault })),
  );
  return fc.oneof(
    ...broken.map((arbitrary) => ({ weight: 3, arbitrary })),
    ...(required.length === 0 ? [] : [{ weight: 2, arbitrary: fc.constantFrom(...required).chain(without) }]),
    { weight: 1, arbitrary: fc.tuple(valid, stray).map(([value, name]) => ({ ...value, [name]: 'x' })) },
    ...(medium === 'text' ? [] : [{ weight: 1, arbitrary: fc.constantFrom<unknown>([], 'x', 5, true, [{}]) }]),
  );
}

function brokenRecord(schema: JsonSchema, member: JsonSchema, medium: Medium, field: string): fc.Arbitrary<unknown> {
  const valid = validValue(schema, field) as fc.Arbitrary<object>;
  const keys = fc.constantFrom('', ' ', 'UPPER', 'x'.repeat(41), 'a.b', '\u0000', 'toString', '%00');
  return fc.oneof(
    fc.tuple(valid, fc.constantFrom(...knownKeys(field)), brokenValue(member, medium)).map(([value, key, fault]) => ({
      ...value,
      [key]: fault,
    })),
    fc.tuple(valid, keys, validValue(member)).map(([value, key, right]) => ({ ...value, [key]: right })),
    fc.constantFrom<unknown>([], 'x', 5, true),
  );
}

function brokenList(schema: JsonSchema, medium: Medium, field: string): fc.Arbitrary<unknown> {
  const { items = {}, minItems = 0, maxItems } = schema;
  const valid = validValue(schema, field) as fc.Arbitrary<unknown[]>;
  const lists = [
    fc.tuple(valid, brokenValue(items, medium, field)).map(([value, fault]) => [...value, fault]),
    fc.constantFrom<unknown>({}, { length: 1, 0: 'x' }, 'x', 5, null, true),
    ...(minItems === 0 ? [] : [fc.constant<unknown>([])]),
    ...(maxItems === undefined
      ? []
      : [validValue(items, field).map((item) => Array.from({ length: maxItems + 1 }, () => item))]),
  ];
  return fc.oneof(...lists);
}
