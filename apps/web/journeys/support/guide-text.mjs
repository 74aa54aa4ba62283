import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const repository = join(import.meta.dirname, '../../../..');
export const guideFolder = join(repository, 'docs/guide');
const wordsFolder = join(repository, 'apps/web/src');

const oneLine = (text) => text.replace(/\s+/g, ' ').trim();

/**
 * A page of the guide: its parts, each with the screen it is about, the words it quotes from that screen (bold) and its
 * pictures, and the words it quotes from the interface at large (italics).
 */
export function readGuide(text) {
  const [before, ...rest] = text.split('<!-- screen: ');
  const parts = rest.map((part) => {
    const [screen, body] = part.split(' -->', 2);
    return { screen, quoted: boldIn(body), pictures: picturesIn(body) };
  });
  return { parts, outside: [...boldIn(before), ...picturesIn(before)], words: italicsIn(text) };
}

const boldIn = (text) => [...oneLine(text).matchAll(/\*\*([^*]+)\*\*/g)].map(([, words]) => words);
const picturesIn = (text) => [...text.matchAll(/!\[[^\]]+\]\(([^)]+)\)/g)].map(([, path]) => path);
const italicsIn = (text) => [...oneLine(text).matchAll(/(?<!\*)\*([^*]+)\*(?!\*)/g)].map(([, words]) => words);

/** The text of a page of the guide. */
export const guidePage = (language, role) => readFileSync(join(guideFolder, language, `${role}.md`), 'utf8');

/** Whether a text of a screen is what the guide quotes; "…" at the end of a quotation stands for anything. */
export function isQuoted(quotation, text) {
  const shown = oneLine(text);
  return quotation.endsWith(' …') ? shown.startsWith(quotation.slice(0, -2)) : shown === quotation;
}

/** Every word of the interface in a language, each once; what the code fills in is "…". */
export function interfaceWords(language) {
  const files = readdirSync(wordsFolder, { recursive: true }).filter((path) =>
    path.endsWith(`messages.${language}.json`),
  );
  const texts = (words) => Object.values(words).flatMap((word) => (typeof word === 'string' ? [word] : texts(word)));
  const all = files.flatMap((path) => texts(JSON.parse(readFileSync(join(wordsFolder, path), 'utf8'))));
  return new Set(all.map((word) => oneLine(word.replace(/\{\{[^}]*\}\}/g, '…'))));
}

/** The pictures that lie beside the guide, as `nl/applicant-call.png`. */
export const picturesKept = () =>
  readdirSync(join(guideFolder, 'images'), { recursive: true })
    .filter((path) => path.endsWith('.png'))
    .map((path) => path.replaceAll('\\', '/'))
    .sort();
