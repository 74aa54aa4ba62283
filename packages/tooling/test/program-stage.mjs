import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { runToEnd } from '../run/programs.mjs';

const require = createRequire(import.meta.url);

/** A stage that passes or fails as a whole: it counts as one. */
export function stage(name, run) {
  return {
    name,
    run: async () => {
      const { code, output } = await run();
      return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, output };
    },
  };
}

/** A stage that is one program of an npm package, named as `package/path`, wherever npm put that package. */
export function programStage(name, script, args) {
  return stage(name, () => runToEnd(process.execPath, [locate(script), ...args]));
}

function locate(script) {
  const parts = script.split('/');
  const packageName = parts.slice(0, script.startsWith('@') ? 2 : 1).join('/');
  for (const folder of require.resolve.paths(packageName)) {
    try {
      return join(
        dirname(require.resolve(join(folder, packageName, 'package.json'))),
        script.slice(packageName.length + 1),
      );
    } catch {}
  }
  throw new Error(`${packageName} is not installed.`);
}
