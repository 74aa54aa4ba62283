import { existsSync, readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { transformSync } from '@swc/core';
import { repository } from '../../repository.mjs';
import { swcOptions } from '../swc-options.mjs';

/** Node reads our TypeScript from its source, the packages of the workspace too: nothing has to be built first. */
const workspacePackage = /^@commonlot\/(domain|contracts)$/;
const ours = (url) => url?.startsWith('file:') && !url.includes('/node_modules/');

registerHooks({
  resolve(specifier, context, next) {
    const source = sourceOf(specifier, context.parentURL);
    return source === null ? next(specifier, context) : { url: source, format: 'module', shortCircuit: true };
  },
  load(url, context, next) {
    if (!ours(url) || !url.endsWith('.ts')) return next(url, context);
    const file = fileURLToPath(url);
    const { code } = transformSync(readFileSync(file, 'utf8'), { ...swcOptions(), filename: file });
    return { format: 'module', source: code, shortCircuit: true };
  },
});

/** The address of the TypeScript that is meant, or null where Node finds it itself. */
function sourceOf(specifier, parent) {
  const [, name] = workspacePackage.exec(specifier) ?? [];
  if (name) return pathToFileURL(join(repository, 'packages', name, 'src/index.ts')).href;
  if (!specifier.startsWith('.') || !specifier.endsWith('.js') || !ours(parent)) return null;
  const source = new URL(specifier.replace(/\.js$/, '.ts'), parent);
  return existsSync(source) ? source.href : null;
}
