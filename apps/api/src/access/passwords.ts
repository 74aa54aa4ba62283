import { Problem, passwordBlockers } from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { newToken } from './tokens.js';

/** OWASP Password Storage Cheat Sheet: argon2id (the default of the package) with 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The same letters however a keyboard composed them: an é of one code point or of two opens the same account. */
const composed = (password: string) => password.normalize('NFKC');

/** Keeps passwords as argon2id hashes and checks them. */
@Injectable()
export class Passwords {
  /** What an unknown address is checked against, so that the answer takes as long as for a known one. */
  private readonly nobodys = hash(newToken(), cost);

  /** Throws `password.weak` with the blockers of the domain. */
  assertGood(password: string, person: { email: string; name: string }): void {
    const blockers = passwordBlockers(password, person);
    if (blockers.length > 0) throw new Problem('password.weak', { blockers });
  }

  hash(password: string): Promise<string> {
    return hash(composed(password), cost);
  }

  /** True when the password is right; takes the same time when there is no hash to compare with. */
  async isRight(password: string, stored: string | null): Promise<boolean> {
    const matches = await verify(stored ?? (await this.nobodys), composed(password));
    return matches && stored !== null;
  }
}
