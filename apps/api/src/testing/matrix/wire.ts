import { Agent, type IncomingMessage, request } from 'node:http';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import type { TestApi } from '../test-api.js';

interface WireRequest {
  readonly method: string;
  /** As it goes over the line: nothing is resolved, decoded or mended. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  readonly body?: string;
}

interface WireAnswer {
  readonly status: number;
  readonly code: string;
  readonly text: string;
}

/** The API on a real port: what a test framework or a browser would put right reaches the server as it was written. */
export class Wire {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 4 });

  private constructor(private readonly port: number) {}

  static async open(api: TestApi): Promise<Wire> {
    const server = api.get(HttpAdapterHost).httpAdapter.getInstance<FastifyInstance>();
    const address = await server.listen({ port: 0, host: '127.0.0.1' });
    return new Wire(Number(new URL(address).port));
  }

  send({ method, path, headers = {}, body }: WireRequest): Promise<WireAnswer> {
    const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
    const options = { agent: this.agent, host: '127.0.0.1', port: this.port, method, path };
    return new Promise((resolve, reject) => {
      const sent = request({ ...options, headers: { ...headers, ...length } as Record<string, string | string[]> });
      sent.on('response', (answer) => readAnswer(answer).then(resolve, reject));
      // A tunnel, had it been opened; then whatever is refused without a word.
      sent.on('connect', ({ statusCode = 0 }, socket) => {
        socket.destroy();
        resolve({ status: statusCode, code: '', text: '' });
      });
      sent.on('error', () => resolve({ status: 0, code: 'closed', text: '' }));
      sent.end(body);
    });
  }

  close(): void {
    this.agent.destroy();
  }
}

async function readAnswer(answer: IncomingMessage): Promise<WireAnswer> {
  const parts: Buffer[] = [];
  for await (const part of answer) parts.push(part as Buffer);
  const text = Buffer.concat(parts).toString();
  const code = /"code":"([a-z.-]+)"/.exec(text)?.[1] ?? '';
  return { status: answer.statusCode ?? 0, code, text };
}
