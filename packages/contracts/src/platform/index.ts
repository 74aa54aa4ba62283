import { z } from 'zod';
import { defineEndpoint } from '../endpoint.js';

export const readLiveness = defineEndpoint({
  summary: 'The process answers',
  method: 'GET',
  path: '/health/live',
  permission: 'public',
  response: z.object({ status: z.literal('up') }),
  problems: [],
});

export const readReadiness = defineEndpoint({
  summary: 'The process and its database answer',
  method: 'GET',
  path: '/health/ready',
  permission: 'public',
  response: z.object({ status: z.literal('up') }),
  problems: ['service.unavailable'],
});

export const readOpenApi = defineEndpoint({
  summary: 'This description of the interface (OpenAPI 3.1)',
  method: 'GET',
  path: '/openapi.json',
  permission: 'public',
  response: z.record(z.string(), z.unknown()),
  problems: [],
});
