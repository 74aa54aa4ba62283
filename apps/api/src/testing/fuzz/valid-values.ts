import fc from 'fast-check';
import { legalTexts } from './hostile-texts.js';
import type { JsonSchema } from './json-schema.js';
import { isAlwaysSent, knownKeys, knownValue } from './known-values.js';

/** Values that the schema takes, with symbols where only the world knows. `field` is the name of the field they are for. */
export function validValue(schema: JsonSchema, field = ''): fc.Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices !== undefined) return validChoice(choices, field);
  if (schema.type === 'object') return validObject(schema, field);
  if (schema.type === 'array') return validList(schema, field);
  if (schema.type === 'boolean') return fc.boolean();
  if (schema.type === 'null') return fc.constant(null);
  if (schema.type === 'integer') return knownValue(field) ?? validInteger(schema);
  if (schema.type === 'number') return fc.double({ noNaN: true, noDefaultInfinity: true });
  return validText(schema, field);
}

/** A refinement in code cannot be seen here; a field that has one has known values, and those come first. */
function validChoice(choices: readonly JsonSchema[], field: string): fc.Arbitrary<unknown> {
  const known = field === 'website' || field === 'dueAt' ? knownValue(field) : null;
  return known ?? fc.oneof(...choices.map((choice) => validValue(choice, field)));
}

function validObject(schema: JsonSchema, field: string): fc.Arbitrary<unknown> {
  const { properties = {}, required = [], additionalProperties } = schema;
  if (typeof additionalProperties === 'object') {
    const keys = fc.constantFrom(...knownKeys(field));
    return fc.dictionary(keys, validValue(additionalProperties), { maxKeys: 5, noNullPrototype: true });
  }
  const members = Object.entries(properties).map(([name, member]) => [name, validValue(member, name)] as const);
  const requiredKeys = Object.keys(properties).filter((name) => required.includes(name) || isAlwaysSent(name));
  return fc.record(Object.fromEntries(members), { requiredKeys, noNullPrototype: true });
}

/** Short ones: what is long is tried where the boundary is. */
function validList({ items = {}, minItems = 0, maxItems = 4 }: JsonSchema, field: string): fc.Arbitrary<unknown> {
  return fc.array(validValue(items, field), {
    minLength: minItems,
    maxLength: Math.max(minItems, Math.min(maxItems, 3)),
  });
}

function validInteger({ minimum = -1000, maximum = 1_000_000 }: JsonSchema): fc.Arbitrary<number> {
  const small = fc.integer({
    min: Math.max(minimum, -1000),
    max: Math.min(maximum, Math.max(minimum, -1000) + 100_000),
  });
  return fc.oneof(small, fc.constantFrom(minimum, maximum), fc.integer({ min: minimum, max: maximum }));
}

const iso = (date: Date) => date.toISOString();
const anyInstant = fc
  .date({ min: new Date('1900-01-02T00:00:00Z'), max: new Date('2199-12-30T00:00:00Z'), noInvalidDate: true })
  .map(iso);
const zones = fc.constantFrom('Z', '+01:00', '-12:00', '+14:00');
const formats: Readonly<Record<string, fc.Arbitrary<string>>> = {
  uuid: fc.uuid({ version: 4 }),
  date: fc.oneof(
    anyInstant.map((text) => text.slice(0, 10)),
    fc.constantFrom('2026-01-31', '2028-02-29', '1900-01-01', '2199-12-31'),
  ),
  'date-time': fc.tuple(anyInstant, zones).map(([text, zone]) => `${text.slice(0, 19)}${zone}`),
  email: fc.stringMatching(/^[a-z0-9]{1,12}@[a-z0-9]{1,12}\.(?:org|be)$/),
};

/** Whether every text is as good as another there but for its length and control characters. */
const isFree = (pattern: string | undefined) => pattern === undefined || pattern.startsWith('^[^\\u0000');

function validText(schema: JsonSchema, field: string): fc.Arbitrary<unknown> {
  const { format = '', pattern } = schema;
  const known = knownValue(field);
  const free = formats[format] ?? (isFree(pattern) ? freeText(schema) : fc.stringMatching(new RegExp(pattern ?? '')));
  if (known === null) return free;
  // Of what has a shape of its own, something known is meant as a rule; a refinement in code leaves nothing else.
  if (field === 'legalForm' || field === 'dueAt' || field === 'share') return known;
  return fc.oneof(
    { weight: 4, arbitrary: known.filter((value) => typeof value === 'string') },
    { weight: 1, arbitrary: free },
  );
}

function freeText({ minLength = 0, maxLength = 500, pattern, allOf = [] }: JsonSchema): fc.Arbitrary<string> {
  const patterns = [pattern, ...allOf.map((one) => one.pattern)].flatMap((one) => (one ? [new RegExp(one, 'u')] : []));
  // The contracts trim before they count, and they count characters, not the units that JavaScript keeps them in.
  const fits = (text: string) => {
    const letters = [...text].filter((letter) => patterns.every((each) => each.test(letter)));
    const counted = [...letters.join('').trim()].length;
    return counted >= minLength ? letters.slice(0, maxLength).join('') : 'x'.repeat(minLength);
  };
  return fc
    .oneof(
      {
        weight: 3,
        arbitrary: fc.string({ unit: 'grapheme', minLength, maxLength: Math.min(maxLength, minLength + 40) }),
      },
      { weight: 2, arbitrary: fc.constantFrom(...legalTexts) },
      { weight: 1, arbitrary: fc.constantFrom('x'.repeat(maxLength), 'x'.repeat(minLength)) },
    )
    .map(fits);
}
