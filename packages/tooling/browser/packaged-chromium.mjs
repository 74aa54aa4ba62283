import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Sentence } from '../repository.mjs';

/** The browser that came from npm, for Linux on x64: its path, and the variables it needs on a system without its libraries. */
export async function packagedChromium() {
  const folder = await unpacked();
  const executablePath = join(folder, 'chromium');
  const libraries = { LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') };
  const fonts = existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_PATH: join(folder, 'fonts') };
  for (const env of [fonts, { ...fonts, ...libraries }]) {
    const run = spawnSync(executablePath, ['--version', '--no-sandbox'], { env: { ...process.env, ...env } });
    if (run.status === 0) return { executablePath, env: { ...process.env, ...env } };
  }
  throw new Sentence('The Chromium that came from npm does not run here: install one, or name one in CHROMIUM_PATH.');
}

/** Unpacked once, under another name first: the package takes whatever half-written file it finds for a whole one. */
async function unpacked() {
  const packageFolder = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '..');
  const folder = join(tmpdir(), `commonlot-browser-${process.getuid()}`, versionOf(packageFolder));
  if (existsSync(folder)) return folder;
  mkdirSync(dirname(folder), { recursive: true, mode: 0o700 });
  const unfinished = mkdtempSync(`${folder}.`);
  await inTemporaryFolder(unfinished, async () => {
    const { inflate } = await import('@sparticuz/chromium');
    const archives = ['chromium.br', 'fonts.tar.br', 'al2023.tar.br'];
    await Promise.all(archives.map((name) => inflate(join(packageFolder, 'bin', name))));
  });
  try {
    renameSync(unfinished, folder);
  } catch {
    rmSync(unfinished, { recursive: true, force: true }); // another run was first
  }
  return folder;
}

function versionOf(packageFolder) {
  return createRequire(import.meta.url)(join(packageFolder, 'package.json')).version;
}

/** The package unpacks into the temporary folder, wherever that is when it is asked. */
async function inTemporaryFolder(folder, work) {
  const before = process.env.TMPDIR;
  process.env.TMPDIR = folder;
  try {
    await work();
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
}
