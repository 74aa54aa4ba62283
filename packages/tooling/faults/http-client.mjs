import { Agent, request } from 'node:http';

/** The cookie of a session in production, where it comes over https only. */
const cookieName = '__Host-session';

/**
 * Speaks to the API as a browser does, over connections of its own. A connection that breaks is an answer too: status 0,
 * "nobody knows".
 */
export class HttpClient {
  #agent = new Agent({ keepAlive: true });

  constructor(port) {
    this.port = port;
  }

  /** `body` is JSON unless it is bytes. Returns status, headers and the bytes of the answer. */
  send(method, path, { as, key, body } = {}) {
    const payload = Buffer.isBuffer(body) ? body : body === undefined ? null : Buffer.from(JSON.stringify(body));
    const headers = {
      ...(as ? { cookie: `${cookieName}=${as.token}` } : {}),
      ...(key ? { 'idempotency-key': key } : {}),
      ...(payload ? { 'content-length': payload.length } : {}),
      ...(payload ? { 'content-type': payload === body ? 'application/octet-stream' : 'application/json' } : {}),
    };
    const options = { host: '127.0.0.1', port: this.port, method, path: `/api${path}`, headers, agent: this.#agent };
    return new Promise((resolve) => {
      const unknown = (error) => resolve({ status: 0, headers: {}, bytes: Buffer.alloc(0), reason: error.code });
      const sending = request(options, (answer) => {
        const chunks = [];
        answer.on('data', (chunk) => chunks.push(chunk));
        answer.on('error', unknown);
        answer.on('aborted', () => unknown({ code: 'aborted' }));
        answer.on('end', () => {
          if (answer.complete)
            resolve({ status: answer.statusCode, headers: answer.headers, bytes: Buffer.concat(chunks) });
        });
      });
      sending.setTimeout(20_000, () => sending.destroy(Object.assign(new Error('no answer'), { code: 'silence' })));
      sending.on('error', unknown);
      sending.end(payload ?? undefined);
    });
  }

  /** Sends what must succeed while nothing is broken; returns the JSON. */
  async ok(method, path, options) {
    const answer = await this.send(method, path, options);
    if (answer.status >= 200 && answer.status < 300) return answer.bytes.length > 0 ? JSON.parse(answer.bytes) : null;
    throw new Error(`${method} ${path} answered ${answer.status}: ${answer.bytes}`);
  }

  close() {
    this.#agent.destroy();
  }
}

/** What somebody is told while the database is away: come back later, as a problem and not as a bug. */
export function faultOfOutage({ status, headers, bytes }) {
  if (status !== 503) return `answers ${status} ${bytes}`;
  if (!/^\d+$/.test(headers['retry-after'] ?? '')) return '503 without Retry-After';
  if (!String(headers['content-type']).startsWith('application/problem+json'))
    return `503 as ${headers['content-type']}`;
  return JSON.parse(bytes).code === 'service.unavailable' ? null : `503 that says ${bytes}`;
}
