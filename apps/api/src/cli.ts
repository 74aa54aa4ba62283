import 'reflect-metadata';
import { check } from './operator/check.js';
import { migrate } from './operator/migrate.js';
import { readConfig } from './platform/config.js';
import { seed } from './seed/seed.js';

/** The operator's door: migrate, seed (demonstration only), check. Ends with 1 and one sentence when it fails. */
const commands: Record<string, (config: ReturnType<typeof readConfig>) => Promise<void>> = { migrate, seed, check };

const name = process.argv[2] ?? '';
const command = commands[name];
try {
  if (command === undefined) throw new Error(`Unknown command "${name}". Known: ${Object.keys(commands).join(', ')}.`);
  await command(readConfig(process.env));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
