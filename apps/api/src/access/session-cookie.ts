import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { CONFIG, type Config, sessionCookie } from '../platform/index.js';
import { AccessLimits, knownDays } from './access-limits.js';
import { deviceOf } from './device.js';
import type { OpenedSession } from './sessions.js';

/**
 * The two cookies of the product: the session, and what a browser is known by that has opened the account before. Both
 * are out of reach of scripts, of other sites and, over https, of plain connections.
 */
@Injectable()
export class SessionCookie {
  private readonly name: string;
  private readonly isHttps: boolean;
  private readonly deviceName: string;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly limits: AccessLimits,
  ) {
    this.name = sessionCookie(config.PUBLIC_URL);
    this.isHttps = config.PUBLIC_URL.startsWith('https:');
    this.deviceName = this.isHttps ? '__Host-device' : 'device';
  }

  /** Puts the token into the cookie; returns what the screen may know. */
  async give(reply: FastifyReply, session: OpenedSession): Promise<Pick<OpenedSession, 'person'>> {
    const device = await this.limits.remember(session.person.email, this.deviceToken(reply));
    reply.setCookie(this.name, session.token, { ...this.attributes('lax'), maxAge: this.config.SESSION_HOURS * 3600 });
    reply.setCookie(this.deviceName, device, { ...this.attributes('strict'), maxAge: knownDays * 86_400 });
    return { person: session.person };
  }

  /** Ends the session in the browser, with all that it keeps of the pages: the next person may use the same machine. */
  take(reply: FastifyReply): void {
    reply.clearCookie(this.name, this.attributes('lax'));
    reply.header('clear-site-data', '"cache", "storage"');
  }

  /** What the browser is, in two words. */
  device(reply: FastifyReply): string {
    return deviceOf(reply.request.headers['user-agent']);
  }

  /** What the browser is known by; undefined when it is not. */
  deviceToken(reply: FastifyReply): string | undefined {
    return reply.request.cookies[this.deviceName];
  }

  private attributes(sameSite: 'lax' | 'strict') {
    return { httpOnly: true, sameSite, path: '/', secure: this.isHttps };
  }
}
