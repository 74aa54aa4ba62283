import { type Endpoint, endpoints } from '@commonlot/contracts';
import fc from 'fast-check';
import { brokenValue } from './broken-values.js';
import { inputSchemaOf } from './json-schema.js';
import { standIn } from './known-values.js';
import { jsonText, resolve } from './symbols.js';
import { validValue } from './valid-values.js';

const parts = ['params', 'query', 'body'] as const;
const all = [...endpoints].flatMap(([name, endpoint]) => parts.map((part) => [name, part, endpoint] as const));
const withFields = all.filter(([, part, endpoint]) => Object.keys(inputSchemaOf(endpoint[part]).properties ?? {})[0]);

/** What arrives of a value: symbols as what stands in for them, and all of it through JSON or through text. */
function arriving(value: unknown, part: (typeof parts)[number]): unknown {
  const resolved = resolve(value, standIn);
  if (part === 'body') return JSON.parse(jsonText(resolved));
  return Object.fromEntries(Object.entries(resolved as object).map(([name, member]) => [name, String(member)]));
}
const takes = (endpoint: Endpoint, part: (typeof parts)[number], value: unknown) =>
  endpoint[part].safeParse(arriving(value, part)).success;

it.each(withFields)('%s: every value drawn for its %s is one that the contract takes', (_name, part, endpoint) => {
  const isTaken = (value: unknown) => {
    const { error } = endpoint[part].safeParse(arriving(value, part));
    expect(error?.issues ?? []).toEqual([]);
  };
  fc.assert(fc.property(validValue(inputSchemaOf(endpoint[part])), isTaken), { numRuns: 30, seed: 1 });
});

it.each(
  withFields,
)('%s: nearly every broken value drawn for its %s is one that the contract refuses', (_name, part, endpoint) => {
  const schema = inputSchemaOf(endpoint[part]);
  const values = fc.sample(brokenValue(schema, part === 'body' ? 'json' : 'text'), { numRuns: 60, seed: 1 });
  const taken = values.filter((value) => takes(endpoint, part, value));
  // Where a field takes several kinds of values, what breaks one kind may be another.
  expect(taken.length).toBeLessThan(values.length / 2);
});

it('draws the same values from the same seed', () => {
  const [, endpoint] = [...endpoints].find(([name]) => name === 'calls.saveCall') ?? [];
  const draw = () => fc.sample(validValue(inputSchemaOf((endpoint as Endpoint).body)), { numRuns: 20, seed: 7 });
  expect(draw()).toEqual(draw());
});
