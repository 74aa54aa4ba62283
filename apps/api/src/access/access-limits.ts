import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { RateLimit } from '../platform/index.js';
import { hashToken, newToken } from './tokens.js';

const quarter = 900;
const hour = 3600;
/** How long a browser is known after the last time that it opened the account. */
export const knownDays = 90;

/** Addresses of people do not stand in the table of counters. */
const fingerprint = (email: string) => createHash('sha256').update(email).digest('base64url').slice(0, 22);

/** Whom an address stands for: one IPv4 address, or the /64 that a provider gives one IPv6 customer. */
export function networkOf(address: string): string {
  if (!address.includes(':')) return address;
  if (address.startsWith('::ffff:')) return address.slice(7);
  const [head = '', tail = ''] = address.split('::');
  const front = head.split(':').filter(Boolean);
  const back = tail.split(':').filter(Boolean);
  const middle = Array.from({ length: Math.max(0, 8 - front.length - back.length) }, () => '0');
  return [...front, ...middle, ...back].slice(0, 4).join(':');
}

/**
 * How often somebody may try. The narrow limit is on an account from one network: whoever guesses locks out the own
 * network and not the owner. The limit on a network is wide, because a school or a town hall is one address; the limit
 * on an account from everywhere stops guessing from many networks.
 * A browser that has opened this account before counts for itself alone: no rival can lock its owner out, not from the
 * same network and not from a thousand others (OWASP calls it a device cookie).
 */
@Injectable()
export class AccessLimits {
  constructor(private readonly limit: RateLimit) {}

  /** Counts an attempt to sign in. Throws `request.too-many`. */
  async signIn(email: string, address: string, device: string | undefined): Promise<void> {
    const account = fingerprint(email);
    const network = networkOf(address);
    if (await this.isKnown(account, device)) return this.limit.use(`sign-in:${deviceOf(account, device)}`, 10, quarter);
    await this.limit.use(`sign-in:network:${network}`, 100, quarter);
    await this.limit.use(`sign-in:pair:${account}:${network}`, 10, quarter);
    await this.limit.use(`sign-in:account:${account}`, 50, quarter);
  }

  /** Counts a request that sends a mail to an address that anybody can type. Throws `request.too-many`. */
  async mail(email: string, address: string, device?: string): Promise<void> {
    const account = fingerprint(email);
    const network = networkOf(address);
    if (await this.isKnown(account, device)) return this.limit.use(`mail:${deviceOf(account, device)}`, 5, hour);
    await this.limit.use(`mail:network:${network}`, 100, hour);
    await this.limit.use(`mail:pair:${account}:${network}`, 5, hour);
    await this.limit.use(`mail:account:${account}`, 20, hour);
  }

  /** Remembers the browser that opened an account; returns the token by which it will be known. */
  async remember(email: string, device: string | undefined): Promise<string> {
    const account = fingerprint(email);
    const token = (await this.isKnown(account, device)) && device !== undefined ? device : newToken();
    await this.limit.remember(deviceOf(account, token), knownDays);
    return token;
  }

  private async isKnown(account: string, device: string | undefined): Promise<boolean> {
    return device !== undefined && device.length <= 100 && this.limit.remembers(deviceOf(account, device));
  }
}

/** The token itself stands in no table: whoever reads this one is known nowhere. */
const deviceOf = (account: string, token = '') => `device:${account}:${hashToken(token)}`;
