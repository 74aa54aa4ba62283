import { createHash } from 'node:crypto';
import { chmodSync, lstatSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { repository, Sentence } from '../repository.mjs';
import { canReach, serverAccount } from './account.mjs';

/**
 * The folder that keeps what people typed between two starts: COMMONLOT_DATA, else `.commonlot` in the checkout. When
 * root runs a checkout whose folders are closed to the account of PostgreSQL, a folder in /var/tmp named by the
 * checkout.
 */
export function keptDataFolder() {
  const inCheckout = join(repository, '.commonlot');
  const account = serverAccount();
  const elsewhere = `/var/tmp/commonlot-${createHash('sha256').update(repository).digest('hex').slice(0, 12)}`;
  return prepare(process.env.COMMONLOT_DATA || (canReach(account, inCheckout) ? inCheckout : elsewhere));
}

/** Makes the folder. Others may pass through (the account of PostgreSQL must) but not look around. */
export function prepare(folder) {
  mkdirSync(folder, { recursive: true });
  const status = lstatSync(folder);
  // In a folder like /var/tmp somebody else could have made it first, and would then own what is put in it.
  if (process.getuid && (status.uid !== process.getuid() || !status.isDirectory())) {
    throw new Sentence(
      `The data folder ${folder} belongs to somebody else; set COMMONLOT_DATA to a folder of your own.`,
    );
  }
  chmodSync(folder, 0o711);
  return folder;
}
