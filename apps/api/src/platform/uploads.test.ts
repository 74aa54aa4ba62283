import { readdir } from 'node:fs/promises';
import { type AddressInfo, connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { HttpAdapterHost } from '@nestjs/core';
import { type GivenApplication, givenDraft, pdf } from '../testing/given-application.js';
import { type GivenCall, givenOpenCall } from '../testing/given-call.js';
import { givenPlanInForce } from '../testing/given-plan.js';
import { TestApi, type TestPerson } from '../testing/test-api.js';
import { CONFIG, type Config } from './config.js';

const maximum = 65_536;

let api: TestApi;
let call: GivenCall;
let draft: GivenApplication;
let drafter: TestPerson;
let port: number;
beforeAll(async () => {
  api = await TestApi.start({ settings: { MAX_FILE_BYTES: String(maximum) } });
  const plan = await givenPlanInForce(api);
  drafter = plan.drafter;
  call = await givenOpenCall(api, plan);
  draft = await givenDraft(api, call);
  const server = api.get(HttpAdapterHost).httpAdapter.getInstance<{
    listen(options: { port: number; host: string }): Promise<string>;
    server: { address(): AddressInfo };
  }>();
  await server.listen({ port: 0, host: '127.0.0.1' });
  port = server.server.address().port;
});
afterAll(() => api.stop());

async function filesOnDisk(): Promise<string[]> {
  const { FILES_DIRECTORY } = api.get(CONFIG as never) as Config;
  const entries = await readdir(FILES_DIRECTORY, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => entry.name);
}

interface Conversation {
  /** All that came back. */
  readonly text: string;
  readonly error: string | null;
}

/**
 * Speaks HTTP by hand over a socket: writes the parts one after the other, as a slow sender would, and hangs up when
 * all answers have come or `patienceMs` have gone by.
 */
function speak(parts: readonly (string | Buffer)[], patienceMs = 15_000, answers = 1): Promise<Conversation> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    let text = '';
    let error: string | null = null;
    const timer = setTimeout(() => socket.destroy(), patienceMs);
    socket.on('data', (chunk: Buffer) => {
      text += chunk.toString('latin1');
    });
    socket.on('error', (cause: Error & { code?: string }) => {
      error = cause.code ?? cause.message;
    });
    socket.on('close', () => {
      clearTimeout(timer);
      resolve({ text, error });
    });
    void (async () => {
      for (const part of parts) {
        if (socket.destroyed) return;
        await new Promise((written) => socket.write(part, written));
        await pause(2);
      }
      for (let waited = 0; waited < patienceMs && text.split('\r\n\r\n{').length <= answers; waited += 10)
        await pause(10);
      socket.destroy();
    })();
  });
}

const headOf = (path: string, as: TestPerson, headers: Record<string, string>) =>
  [
    `POST /api${path} HTTP/1.1`,
    'host: localhost',
    `cookie: session=${as.token}`,
    'content-type: application/octet-stream',
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    '\r\n',
  ].join('\r\n');
const attachHead = (headers: Record<string, string>) =>
  headOf(`/applications/${draft.id}/files?questionId=quotes&name=a.pdf`, draft.organisation.representative, headers);
const chunked = { 'transfer-encoding': 'chunked' };
const chunk = (bytes: Buffer) =>
  Buffer.concat([Buffer.from(`${bytes.length.toString(16)}\r\n`), bytes, Buffer.from('\r\n')]);
const lastChunk = '0\r\n\r\n';

function expectProblem({ text, error }: Conversation, status: number, code: string): void {
  expect(error).toBeNull();
  expect(text).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  expect(text).toContain('content-type: application/problem+json');
  expect(text).toContain(`"code":"${code}"`);
}

it('answers a file of two gigabytes before it is sent', async () => {
  expectProblem(await speak([attachHead({ 'content-length': '2147483648' }), pdf]), 413, 'file.too-large');
});

it('answers a file whose size nobody told, once it is too large, however much comes after', async () => {
  const much = Array.from({ length: 40 }, () => chunk(Buffer.alloc(16_384, 1)));
  expectProblem(await speak([attachHead(chunked), chunk(pdf), ...much, lastChunk]), 413, 'file.too-large');
});

it('answers a sender that reads nothing before all is sent', async () => {
  const bytes = Buffer.concat([pdf, Buffer.alloc(3_000_000)]);
  expectProblem(await speak([attachHead({ 'content-length': String(bytes.length) }), bytes]), 413, 'file.too-large');
});

it('answers a file for a record that does not exist without breaking the connection', async () => {
  const head = headOf(`/applications/${call.id}/files?questionId=quotes&name=a.pdf`, drafter, chunked);
  const much = Array.from({ length: 20 }, () => chunk(Buffer.alloc(16_384)));
  expectProblem(await speak([head, ...much, lastChunk]), 404, 'record.missing');
});

it('answers a plan that is too large', async () => {
  const much = Array.from({ length: 6 }, () => chunk(Buffer.alloc(1_048_576, 0x31)));
  const head = headOf('/plan-imports?name=plan.csv', drafter, chunked);
  expectProblem(await speak([head, ...much, lastChunk]), 413, 'file.too-large');
});

it.each(['content-length', 'transfer-encoding'])('answers JSON that is too large, told by %s', async (header) => {
  const json = Buffer.from(JSON.stringify({ filler: 'x'.repeat(4_000_000) }));
  const sized = header === 'content-length';
  const head = [
    'POST /api/plan-versions HTTP/1.1',
    'host: localhost',
    `cookie: session=${drafter.token}`,
    'content-type: application/json',
    sized ? `content-length: ${json.length}` : 'transfer-encoding: chunked',
    '\r\n',
  ].join('\r\n');
  expectProblem(await speak(sized ? [head, json] : [head, chunk(json), lastChunk]), 413, 'request.too-large');
});

it('takes another request over the same connection after a refusal', async () => {
  const again = 'GET /api/health/live HTTP/1.1\r\nhost: localhost\r\n\r\n';
  const bytes = Buffer.concat([pdf, Buffer.alloc(100_000)]);
  const head = attachHead({ 'content-length': String(bytes.length) });
  const { text } = await speak([head, bytes, again], 15_000, 2);
  expect(text).toContain('"file.too-large"');
  expect(text).toContain('{"status":"up"}');
});

it.each([
  ['with a size', { 'content-length': '60000' }, pdf],
  ['without a size', chunked, chunk(pdf)],
])('keeps nothing of a file %s that breaks off', async (_case, headers, part) => {
  await speak([attachHead(headers), part], 300);
  for (let tries = 0; tries < 100 && (await filesOnDisk()).length > 0; tries += 1) await pause(20);
  expect(await filesOnDisk()).toEqual([]);
});
