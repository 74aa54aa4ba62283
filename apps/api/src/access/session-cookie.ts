import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { CONFIG, type Config, sessionCookie } from '../platform/index.js';
import { deviceOf } from './device.js';
import type { OpenedSession } from './sessions.js';

/** The one cookie of the product: out of reach of scripts, of other sites and, over https, of plain connections. */
@Injectable()
export class SessionCookie {
  private readonly name: string;

  constructor(@Inject(CONFIG) private readonly config: Config) {
    this.name = sessionCookie(config.PUBLIC_URL);
  }

  /** Puts the token into the cookie; returns what the screen may know. */
  give(reply: FastifyReply, session: OpenedSession): Pick<OpenedSession, 'person'> {
    reply.setCookie(this.name, session.token, { ...this.attributes(), maxAge: this.config.SESSION_HOURS * 3600 });
    return { person: session.person };
  }

  take(reply: FastifyReply): void {
    reply.clearCookie(this.name, this.attributes());
  }

  device(reply: FastifyReply): string {
    return deviceOf(reply.request.headers['user-agent']);
  }

  private attributes() {
    const secure = this.config.PUBLIC_URL.startsWith('https:');
    return { httpOnly: true, sameSite: 'lax' as const, path: '/', secure };
  }
}
