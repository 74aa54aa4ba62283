import type { Actor } from '../tx.js';

/** Finds out who sent a request. The module `access` knows how: sessions now, other ways of signing in later. */
export abstract class Authenticator {
  /** The actor behind a session token; null when the token is missing, unknown, ended or its person suspended. */
  abstract actorOf(token: string | undefined): Promise<Actor | null>;
}

export const SESSION_COOKIE = '__Host-session';
/** Browsers take `__Host-` cookies over https only; plain http on a loopback address gets the bare name. */
export const sessionCookie = (publicUrl: string): string =>
  publicUrl.startsWith('https:') ? SESSION_COOKIE : 'session';
