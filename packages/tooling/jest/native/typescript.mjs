import { existsSync, readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { transformSync } from '@swc/core';
import { repository } from '../../repository.mjs';
import { swcOptions } from '../swc-options.mjs';

/** Node reads our TypeScript from its source, the packages of the workspace too: nothing has to be built first. */
const workspacePackage = /^@commonlot\/(domain|contracts|ui)$/;
const classNames = new URL('../class-names.mjs', import.meta.url).href;
const ours = (url) => url?.startsWith('file:') && !url.includes('/node_modules/');
const asJson = { type: 'json' };

registerHooks({
  resolve(specifier, context, next) {
    const source = ours(context.parentURL) ? sourceOf(specifier, context.parentURL) : null;
    if (source === null) return next(specifier, context);
    const importAttributes = source.endsWith('.json') ? asJson : context.importAttributes;
    return { url: source, format: source.endsWith('.json') ? 'json' : 'module', importAttributes, shortCircuit: true };
  },
  load(url, context, next) {
    if (!ours(url) || !/\.tsx?$/.test(url)) return next(url, context);
    const file = fileURLToPath(url);
    const options = { ...swcOptions({ tsx: url.endsWith('x') }), filename: file };
    const { code } = transformSync(readFileSync(file, 'utf8'), options);
    return { format: 'module', source: code, shortCircuit: true };
  },
});

/** What a bundler tries for a name without its ending. */
const endings = ['.ts', '.tsx', '/index.ts'];

/** The address of the source that is meant, or null where Node finds it itself. A style sheet is its class names. */
function sourceOf(specifier, parent) {
  if (specifier.endsWith('.css')) return classNames;
  const [, name] = workspacePackage.exec(specifier) ?? [];
  if (name) return pathToFileURL(join(repository, 'packages', name, 'src/index.ts')).href;
  if (!specifier.startsWith('.')) return null;
  if (specifier.endsWith('.json')) return new URL(specifier, parent).href;
  const candidates = specifier.endsWith('.js')
    ? [specifier.replace(/\.js$/, '.ts')]
    : endings.map((ending) => `${specifier}${ending}`);
  return candidates.map((path) => new URL(path, parent)).find((url) => existsSync(url))?.href ?? null;
}
