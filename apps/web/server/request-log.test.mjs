/** @jest-environment node */
import { createServer } from 'node:http';
import { logRequest } from './request-log.mjs';

let server;
let lines = [];
beforeAll(async () => {
  server = createServer((request, response) => {
    logRequest(request, response, (line) => lines.push(line));
    if (request.url.startsWith('/slow')) return;
    response.writeHead(request.url.startsWith('/missing') ? 404 : 200).end('x');
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(resolve));
});
beforeEach(() => {
  lines = [];
});

const ask = (path, options = {}) =>
  fetch(`http://127.0.0.1:${server.address().port}${path}`, { headers: { 'x-request-id': 'id-of-this' }, ...options });
async function lineOf(path) {
  const answer = await ask(path);
  await answer.text();
  while (lines.length === 0) await new Promise((resolve) => setTimeout(resolve, 2));
  return { answer, line: JSON.parse(lines[0]) };
}

it.each([
  ['/nl/confirm?token=secret-of-a-link&email=lea@example.org', 'page', 200],
  ['/api/session', 'api', 200],
  ['/api', 'api', 200],
  ['/apiary', 'page', 200],
  ['/assets/app-1a2b.js', 'asset', 200],
  ['/missing/lea@example.org', 'page', 404],
])('writes a line for %s, as %s with %i, and not the address', async (path, kind, status) => {
  const { answer, line } = await lineOf(path);
  expect(answer.headers.get('x-request-id')).toBe('id-of-this');
  expect(line).toEqual({
    level: 'info',
    event: 'web.request',
    at: expect.stringMatching(/^\d{4}-/),
    requestId: 'id-of-this',
    method: 'GET',
    kind,
    status,
    ms: expect.any(Number),
  });
  expect(lines.join('')).not.toMatch(/lea@|secret-of-a-link|confirm/);
});

it('tells of a sender who went away before the answer', async () => {
  await expect(ask('/slow', { signal: AbortSignal.timeout(50) })).rejects.toThrow();
  while (lines.length === 0) await new Promise((resolve) => setTimeout(resolve, 2));
  expect(JSON.parse(lines[0]).status).toBe(499);
});
