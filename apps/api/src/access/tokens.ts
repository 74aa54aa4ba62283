import { createHash, randomBytes } from 'node:crypto';

/** A new secret of 256 random bits, in letters that an address and a cookie take as they are. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** The stored form of a token: a copy of the table opens no session. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');
