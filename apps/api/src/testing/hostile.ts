import { z } from 'zod';

/** A part of a JSON schema, as much of it as the contracts use. */
interface Schema {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly format?: string;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly minLength?: number;
  readonly minItems?: number;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | boolean;
}

const formats: Record<string, string> = {
  uuid: '00000000-0000-4000-8000-000000000000',
  email: 'somebody@example.org',
  date: '2026-05-01',
  'date-time': '2026-05-01T10:00:00Z',
  uri: 'https://example.org/',
};
/** One text for each pattern of the contracts that is no format. */
const patterns: readonly string[] = ['0415580365', '44021', '9000', '017', '09:30', 'need'];

/** A value that the schema takes, with every field of every object. */
export function sampleOf(schema: z.ZodType): unknown {
  return sample(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Schema);
}

function sample(schema: Schema): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum !== undefined) return schema.enum[0];
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices !== undefined) return sample(choices.find(({ type }) => type !== 'null') ?? {});
  if (schema.type === 'object') return sampleObject(schema);
  if (schema.type === 'array') return [sample(schema.items ?? {})];
  if (schema.type === 'boolean') return true;
  if (schema.type === 'integer' || schema.type === 'number') return Math.max(schema.minimum ?? 0, 1);
  return sampleText(schema);
}

function sampleObject({ properties, additionalProperties }: Schema): unknown {
  const named = Object.entries(properties ?? {}).map(([name, value]) => [name, sample(value)] as const);
  const open = typeof additionalProperties === 'object' ? [['need', sample(additionalProperties)] as const] : [];
  return Object.fromEntries([...named, ...open]);
}

function sampleText({ format, pattern, minLength = 0 }: Schema): string {
  const known = format === undefined ? undefined : formats[format];
  if (known !== undefined) return known;
  const plain = 'Twintig letters of iets meer dan dat.'.padEnd(minLength, '.');
  if (pattern === undefined) return plain;
  const fits = new RegExp(pattern, 'u');
  return [plain, ...patterns].find((text) => fits.test(text)) ?? plain;
}

export const scriptText = `"><script>alert(1)</script><img src=x onerror=alert(2)> ${'$'}{7*7} {{7*7}} =1+1 %00 %s`;

/** What no field should take, and what a field may take but nothing behind it must stumble over. */
export const hostileValues: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1.5,
  2_147_483_648,
  99_999_999_999,
  100_000_000_000_000,
  2 ** 53,
  1e308,
  '',
  ' ',
  'NaN',
  '1',
  'x'.repeat(30_000),
  '🎺'.repeat(60),
  'é'.repeat(150),
  '\ud800',
  'a\u0000b',
  'a\r\nBcc: victim@example.org',
  '\u202ecod.exe',
  scriptText,
  `'; DROP TABLE person; --`,
  '../../../etc/passwd',
  '__proto__',
  'constructor',
  '0000-01-01',
  '9999-12-31',
  '0000-01-01T00:00:00Z',
  '9999-12-31T23:59:59.999999999+14:00',
  '99:99',
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  'FFFFFFFF-FFFF-4FFF-8FFF-FFFFFFFFFFFF',
  [],
  [[]],
  ['a\u0000b', '\udc00'],
  {},
  { nl: scriptText, fr: 'x' },
  { length: 3 },
];

/** Fields that nobody asked for. JSON.parse makes `__proto__` a field like any other. */
export const strayFields: readonly unknown[] = [
  JSON.parse('{"__proto__": {"isAdministrator": true}}'),
  JSON.parse('{"constructor": {"prototype": {"isAdministrator": true}}}'),
  { id: formats['uuid'] },
  { state: 'awarded' },
  { releasedState: 'awarded' },
  { roles: ['administrator'] },
  { personId: formats['uuid'] },
];

export type Place = readonly (string | number)[];

/** Every place of a value: its fields, theirs, and the first item of each list. */
export function placesOf(value: unknown, at: Place = []): Place[] {
  if (Array.isArray(value)) return value.length === 0 ? [] : placesBelow(0, value[0], at);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) => placesBelow(name, member, at));
}

const placesBelow = (step: string | number, member: unknown, at: Place): Place[] => [
  [...at, step],
  ...placesOf(member, [...at, step]),
];

/** A copy with another value at one place; `undefined` takes the field away. */
export function withAt(value: unknown, [step, ...rest]: Place, replacement: unknown): unknown {
  if (step === undefined) return replacement;
  if (Array.isArray(value)) {
    return value.map((member, index) => (index === step ? withAt(member, rest, replacement) : member));
  }
  const members = Object.entries(value as object).flatMap(([name, member]) => {
    if (name !== step) return [[name, member] as const];
    const next = withAt(member, rest, replacement);
    return next === undefined ? [] : [[name, next] as const];
  });
  return Object.fromEntries(members);
}
