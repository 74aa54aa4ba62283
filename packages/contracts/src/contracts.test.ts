import { isProblemCode, permissions } from '@commonlot/domain';
import { z } from 'zod';
import { endpointName, endpoints } from './index.js';

const all = [...endpoints];

it('has one endpoint for each method and path', () => {
  const routes = all.map(([, { method, path }]) => `${method} ${path.replaceAll(/:[A-Za-z]+/g, ':')}`);
  expect(routes.filter((route, index) => routes.indexOf(route) !== index)).toEqual([]);
});

it.each(all)('%s names its parameters, its refusals and who may call it', (name, endpoint) => {
  const inPath = [...endpoint.path.matchAll(/:([A-Za-z]+)/g)].map(([, parameter]) => parameter).sort();
  const schema = z.toJSONSchema(endpoint.params, { io: 'input', unrepresentable: 'any' }) as { properties?: object };
  expect(Object.keys(schema.properties ?? {}).sort()).toEqual(inPath);
  expect(endpoint.problems.filter((code) => !isProblemCode(code))).toEqual([]);
  expect(['public', ...permissions]).toContain(endpoint.permission);
  expect(endpointName(endpoint)).toBe(name);
});

it.each(all)('%s refuses fields that it does not name', (_name, endpoint) => {
  for (const part of [endpoint.params, endpoint.query, endpoint.body]) {
    const schema = z.toJSONSchema(part, { io: 'input', unrepresentable: 'any' }) as { additionalProperties?: unknown };
    expect(schema.additionalProperties).toBe(false);
  }
});

it.each(
  all.filter(([, { status }]) => status === 201),
)('%s creates something and so carries a key or the bytes themselves', (_name, endpoint) => {
  expect(endpoint.idempotent || endpoint.accepts === 'bytes').toBe(true);
});

it('changes nothing by GET', () => {
  expect(all.filter(([, { method, idempotent }]) => method === 'GET' && idempotent)).toEqual([]);
});
