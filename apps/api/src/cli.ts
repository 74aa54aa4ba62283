import 'reflect-metadata';
import { type Config, readConfig } from './platform/config.js';

type Command = (config: Config, words: string[]) => Promise<void>;

/**
 * The operator's door: migrate, seed (demonstration only), create-administrator ADDRESS NAME,
 * check, copy-files FOLDER, put-files FOLDER, verify-files,
 * verify-journal [number:hash …]. Ends with 1 and one sentence when it fails. Each command loads what it needs and no more.
 */
const commands: Record<string, () => Promise<Command>> = {
  migrate: async () => (await import('./operator/migrate.js')).migrate,
  seed: async () => (await import('./seed/seed.js')).seed,
  'create-administrator': async () => (await import('./operator/create-administrator.js')).createAdministratorBy,
  check: async () => (await import('./operator/check.js')).check,
  'copy-files': async () => (await import('./operator/copy-files.js')).copyFiles,
  'put-files': async () => (await import('./operator/copy-files.js')).putFiles,
  'verify-files': async () => (await import('./operator/verify-files.js')).verifyFiles,
  'verify-journal': async () => (await import('./operator/verify-journal.js')).verifyJournalOf,
};

const [name = '', ...words] = process.argv.slice(2);
const command = commands[name];
try {
  if (command === undefined) throw new Error(`Unknown command "${name}". Known: ${Object.keys(commands).join(', ')}.`);
  await (await command())(readConfig(process.env), words);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
