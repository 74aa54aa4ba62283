import { type Endpoint, endpoints, problemDocument } from '@commonlot/contracts';
import { z } from 'zod';

const schemaOf = (schema: z.ZodType, io: 'input' | 'output') => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any', target: 'draft-2020-12' });
  return rest;
};

function parametersOf(endpoint: Endpoint): object[] {
  return (['params', 'query'] as const).flatMap((part) => {
    const schema = schemaOf(endpoint[part], 'input') as { properties?: Record<string, object>; required?: string[] };
    return Object.entries(schema.properties ?? {}).map(([name, value]) => ({
      name,
      in: part === 'params' ? 'path' : 'query',
      required: part === 'params' || (schema.required ?? []).includes(name),
      schema: value,
    }));
  });
}

function operationOf(name: string, endpoint: Endpoint): object {
  const hasBody = endpoint.method !== 'GET' && endpoint.method !== 'DELETE';
  const key = { name: 'Idempotency-Key', in: 'header', required: true, schema: { type: 'string', format: 'uuid' } };
  return {
    operationId: name,
    tags: [name.slice(0, name.indexOf('.'))],
    summary: endpoint.summary,
    'x-permission': endpoint.permission,
    parameters: [...parametersOf(endpoint), ...(endpoint.idempotent ? [key] : [])],
    ...(hasBody && {
      requestBody: {
        required: true,
        content:
          endpoint.accepts === 'bytes'
            ? { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } }
            : { 'application/json': { schema: schemaOf(endpoint.body, 'input') } },
      },
    }),
    responses: {
      [endpoint.status]: {
        description: 'Done',
        content:
          endpoint.answers === 'bytes'
            ? { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } }
            : { 'application/json': { schema: schemaOf(endpoint.response, 'output') } },
      },
      default: {
        description: `Refused. Codes to expect: ${['request.malformed', ...endpoint.problems].join(', ')}`,
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  };
}

/** The description of the whole interface, made from the contracts: OpenAPI 3.1. */
export function openApiDocument(serverUrl: string): Record<string, unknown> {
  const paths: Record<string, Record<string, object>> = {};
  for (const [name, endpoint] of endpoints) {
    if (endpoint.demonstration) continue;
    const path = endpoint.path.replaceAll(/:([A-Za-z]+)/g, '{$1}');
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operationOf(name, endpoint) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Commonlot',
      version: '1',
      description: 'Subsidies of a national lottery, from the plan to the public page.',
    },
    servers: [{ url: `${serverUrl}/api` }],
    paths,
    components: { schemas: { Problem: schemaOf(problemDocument, 'output') } },
  };
}
