import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Language } from '@commonlot/domain';
import { type Catalogue, gather, type Messages } from '../i18n/gather';

const source = fileURLToPath(new URL('../../', import.meta.url));

/** The files of words of one language, read from the disk: Vite gathers them in a build, and there is no Vite in a test. */
export function messageFiles(language: Language): Map<string, Messages> {
  const features = readdirSync(join(source, 'features')).map((feature) => join('features', feature));
  const paths = [...features, 'shared'].map((folder) => join(folder, `messages.${language}.json`));
  const present = paths.filter((path) => existsSync(join(source, path)));
  return new Map(present.map((path) => [path, JSON.parse(readFileSync(join(source, path), 'utf8')) as Messages]));
}

/** The words of a language as a page gets them. */
export function testCatalogue(language: Language): Catalogue {
  const files = messageFiles(language);
  const shared = files.get(join('shared', `messages.${language}.json`)) ?? {};
  const features = [...files].filter(([path]) => path.startsWith('features'));
  return gather(shared, Object.fromEntries(features));
}
