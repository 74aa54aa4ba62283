import { createHash } from 'node:crypto';
import { isIP } from 'node:net';
import { type Endpoint, endpointName, type InputOf } from '@commonlot/contracts';
import { canonicalJson, Problem } from '@commonlot/domain';
import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../config.js';
import { type Actor, type Attempt, systemActor } from '../tx.js';
import { Authenticator, sessionCookie } from './authenticator.js';
import { type ActingRequest, endpointOf, parseInput } from './handles.js';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

/**
 * May this person do this at all, and is it a request of the contract? Default deny: a handler without a contract
 * answers nobody. Whoever may not call an endpoint does not learn what it takes.
 */
@Injectable()
export class EndpointGuard implements CanActivate {
  private readonly cookie: string;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly authenticator: Authenticator,
  ) {
    this.cookie = sessionCookie(config.PUBLIC_URL);
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const endpoint = endpointOf(context);
    const request = context
      .switchToHttp()
      .getRequest<ActingRequest & { cookies?: Record<string, string | undefined> }>();
    if (endpoint === undefined) throw new Problem('record.missing');
    if (endpoint.demonstration && !this.config.isDemonstration) throw new Problem('record.missing');

    if (endpoint.answers === 'bytes' && isAskedByOtherSite(request)) throw new Problem('request.cross-site');

    const known = await this.authenticator.actorOf(request.cookies?.[this.cookie]);
    const actor: Actor = known ?? { ...systemActor, name: 'public' };
    // Also who is refused is named in the log.
    request.actor = actor;
    if (endpoint.permission !== 'public') {
      if (known === null) throw new Problem('session.missing');
      if (!known.permissions.has(endpoint.permission)) throw new Problem('permission.missing');
    }
    const input = parseInput(endpoint, request);
    request.input = input;
    request.actor = { ...actor, address: addressOf(request), attempt: attemptOf(endpoint, request, input) };
    return true;
  }
}

/**
 * Files are asked for by pages of ours: no other site may put one into its own page, or lead somebody to it, with the
 * cookie that the browser adds.
 */
const isAskedByOtherSite = ({ headers }: ActingRequest): boolean =>
  !['same-origin', 'none', undefined].includes(headers['sec-fetch-site'] as string | undefined);

/** The idempotency key of a request that creates something; throws when it is missing or no UUID. */
function attemptOf(endpoint: Endpoint, request: ActingRequest, input: InputOf<Endpoint>): Attempt | null {
  if (!endpoint.idempotent) return null;
  const key = request.headers['idempotency-key'];
  if (typeof key !== 'string' || !uuid.test(key)) {
    throw new Problem('request.malformed', { faults: [{ path: 'headers.idempotency-key', code: 'invalid_format' }] });
  }
  return {
    key: key.toLowerCase(),
    endpoint: endpointName(endpoint),
    // Of what the contract made of the request: its depth and its numbers have passed the schema.
    bodyHash: createHash('sha256').update(canonicalJson(input)).digest('hex'),
  };
}

/** A proxy writes the address into a header, and a header can hold anything. */
const addressOf = ({ ip }: ActingRequest): string => (isIP(ip) === 0 ? '' : ip);
