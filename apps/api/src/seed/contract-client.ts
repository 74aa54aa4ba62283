import { randomUUID } from 'node:crypto';
import type { Endpoint, RequestOf, ResponseOf } from '@commonlot/contracts';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** Somebody signed in: the cookie that the sign-in set. */
export interface SignedIn {
  readonly cookie: string;
}

/** Calls the API inside the process by its contracts: the same guards, use cases and answers as over the network. */
export class ContractClient {
  constructor(private readonly app: NestFastifyApplication) {}

  /** The answer of an endpoint; throws with the problem when it refuses. */
  async call<E extends Endpoint>(
    endpoint: E,
    input: Partial<RequestOf<E>> = {},
    as: SignedIn | null = null,
  ): Promise<ResponseOf<E>> {
    return (await this.send(endpoint, input, as)).body as ResponseOf<E>;
  }

  /** Signs in through an endpoint that sets the session cookie. */
  async signIn<E extends Endpoint>(endpoint: E, input: Partial<RequestOf<E>>): Promise<SignedIn> {
    const { cookies } = await this.send(endpoint, input, null);
    const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
    return { cookie };
  }

  /** Sends a file to an endpoint that accepts bytes. */
  async upload<E extends Endpoint>(
    endpoint: E,
    input: Partial<RequestOf<E>>,
    bytes: Buffer,
    as: SignedIn,
  ): Promise<ResponseOf<E>> {
    return (await this.send(endpoint, input, as, bytes)).body as ResponseOf<E>;
  }

  private async send(endpoint: Endpoint, input: Partial<RequestOf<Endpoint>>, as: SignedIn | null, bytes?: Buffer) {
    const params = (input.params ?? {}) as Record<string, string>;
    const path = endpoint.path.replaceAll(/:([A-Za-z]+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
    const query = new URLSearchParams((input.query ?? {}) as Record<string, string>).toString();
    const hasBody = bytes !== undefined || (endpoint.method !== 'GET' && endpoint.method !== 'DELETE');
    const answer = await this.app.inject({
      method: endpoint.method,
      url: `/api${path}${query === '' ? '' : `?${query}`}`,
      headers: {
        ...(as === null ? {} : { cookie: as.cookie }),
        ...(hasBody ? { 'content-type': bytes === undefined ? 'application/json' : 'application/octet-stream' } : {}),
        ...(endpoint.idempotent ? { 'idempotency-key': randomUUID() } : {}),
      },
      // Each call comes from an address of its own, so that the limits per address do not count the seed as one visitor.
      remoteAddress: `10.${Math.floor(this.sent / 65_536) % 256}.${Math.floor(this.sent / 256) % 256}.${this.sent % 256}`,
      ...(hasBody ? { payload: bytes ?? JSON.stringify(input.body ?? {}) } : {}),
    });
    this.sent += 1;
    if (answer.statusCode !== endpoint.status) {
      throw new Error(`${endpoint.method} ${path} answered ${answer.statusCode}: ${answer.payload.slice(0, 600)}`);
    }
    const body: unknown = endpoint.answers === 'bytes' ? answer.rawPayload : endpoint.response.parse(answer.json());
    return { body, cookies: answer.cookies as { name: string; value: string }[] };
  }

  private sent = 0;
}
