import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { repository } from '../repository.mjs';

const generated = new Set(['node_modules', 'dist', 'build', '.react-router', '.turbo', 'coverage']);

/** Every file below the folders (named from the checkout) whose name matches, with its text. */
export function filesBelow(folders, name) {
  return folders
    .flatMap((folder) => pathsBelow(join(repository, folder)))
    .flatMap((path) => {
      if (!name.test(path)) return [];
      const from = relative(repository, path).split(sep).join('/');
      return [{ path: from, folder: from.slice(0, from.lastIndexOf('/')), text: readFileSync(path, 'utf8') }];
    });
}

function pathsBelow(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (generated.has(entry.name)) return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? pathsBelow(path) : [path];
  });
}

/** The lines of `text` that match, each as `path:line: what`. */
export function linesMatching(path, text, pattern) {
  return text.split('\n').flatMap((line, index) => {
    const found = line.match(pattern);
    return found ? [`${path}:${index + 1}: ${found[0]}`] : [];
  });
}

/** The text with its comments blanked, line for line, so that a comment may name what code may not do. */
export function withoutComments(text) {
  const blank = (comment) => comment.replace(/[^\n]/g, ' ');
  return text.replace(/\/\*[\s\S]*?\*\//g, blank).replace(/(^|\s)\/\/[^\n]*/g, blank);
}
