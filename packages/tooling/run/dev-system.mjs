import { basename, join } from 'node:path';
import { repository } from '../repository.mjs';
import { startProgram } from './programs.mjs';
import { say } from './progress.mjs';
import { startSystem } from './start-system.mjs';
import { logFolder } from './system.mjs';

/** `npm run dev`: the system of `npm start`, where each part compiles again and starts again when its source changes. */
export function startWatched() {
  const changes = { NODE_ENV: 'development' };
  return startSystem({ changes, compilers: startCompilers, watch: { watch: true, onLine: show } });
}

/** The compilers of the packages that run compiled (the web is compiled by its own server), after their first pass. */
async function startCompilers(env) {
  const tsc = join(repository, 'node_modules', 'typescript', 'bin', 'tsc');
  const swc = join(repository, 'node_modules', '@swc', 'cli', 'bin', 'swc.js');
  const ofPackage = [tsc, '-w', '-p', 'tsconfig.build.json', '--preserveWatchOutput'];
  const ofApi = [swc, 'src', '-w', '--out-dir', 'dist', '--strip-leading-paths'];
  return Promise.all([
    startCompiler(env, 'packages/domain', ofPackage),
    startCompiler(env, 'packages/contracts', ofPackage),
    startCompiler(env, 'apps/api', [...ofApi, '--config-file', '../../packages/tooling/swc/build.json']),
  ]);
}

async function startCompiler(env, cwd, args) {
  const name = `compiler of ${cwd}`;
  const logFile = join(logFolder(env), `${basename(cwd)}-compiler.log`);
  const firstPass = Promise.withResolvers();
  const onLine = (line) => {
    show(line);
    if (line.includes('Watching for file changes')) firstPass.resolve();
  };
  const compiler = startProgram({ name, args, cwd, env, logFile, onLine });
  await Promise.race([firstPass.promise, compiler.ended]);
  return compiler;
}

function show(line) {
  if (line.trim() !== '') say(line);
}
