import { chownSync, readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { Sentence } from '../repository.mjs';

/**
 * The account that PostgreSQL runs under. PostgreSQL refuses to run as root, and refuses a user id that has no line in
 * /etc/passwd; so root lends it the account `postgres`, or else `nobody`. Null means: as ourselves.
 */
export function serverAccount() {
  if (process.getuid?.() !== 0) return null;
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n');
  for (const name of ['postgres', 'nobody']) {
    const [, , uid, gid] = lines.find((line) => line.startsWith(`${name}:`))?.split(':') ?? [];
    if (uid) return { name, uid: Number(uid), gid: Number(gid) };
  }
  throw new Sentence(
    'PostgreSQL does not run as root and /etc/passwd has neither "postgres" nor "nobody"; run this as another user.',
  );
}

/** What `spawn` needs to run a program of the cluster: the account, a folder it can stand in, and a bare environment. */
export function asServer(account) {
  const environment = { PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C' };
  return account ? { uid: account.uid, gid: account.gid, cwd: '/', env: environment } : { cwd: '/', env: environment };
}

/** Gives a file or folder to the account. */
export function giveTo(account, path) {
  if (!account) return;
  try {
    chownSync(path, account.uid, account.gid);
  } catch (error) {
    throw new Sentence(
      `${path} cannot be given to "${account.name}" (${error.code}); set COMMONLOT_DATA to a folder where it can.`,
    );
  }
}

/** Whether the account can walk to `path`: each folder above it must let others pass. */
export function canReach(account, path) {
  if (!account) return true;
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    const { mode, uid } = statSync(folder);
    if (!(mode & 0o001) && uid !== account.uid) return false;
    if (folder === dirname(folder)) return true;
  }
}
