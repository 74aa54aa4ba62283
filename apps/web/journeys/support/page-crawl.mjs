import { publicRoutes } from '../../src/shared/paths/public-paths.ts';
import { workRoutes } from '../../src/shared/paths/work-paths.ts';
import { origin } from './browser.mjs';

/** Pages that show the people and the mails of the demonstration to everybody; production has neither. */
const demonstrationOnly = new Set(['sign-in', 'mail']);
/** How many pages of one kind somebody reads, and how many at once. */
const perKind = 3;
const atOnce = 4;

const language = 'nl';
const kinds = [
  ...Object.entries(publicRoutes).map(([name, { paths }]) => [name, `/${language}/${paths[language]}`, true]),
  ...Object.entries(workRoutes).map(([name, { path }]) => [name, `/${language}/work/${path}`, false]),
]
  .map(([name, pattern, isPublic]) => ({ name, pattern: pattern.replace(/\/$/, ''), isPublic }))
  // Fixed words before parameters: `reviews/declare` is no review.
  .toSorted((one, other) => one.pattern.split(':').length - other.pattern.split(':').length);

/** The kind of page that an address leads to, by the tables of paths of the web; undefined for another language. */
function kindOf(path) {
  const shown = path.split(/[?#]/)[0].replace(/\/$/, '');
  return kinds.find(({ pattern }) => new RegExp(`^${pattern.replaceAll(/:\w+/g, '[^/]+')}$`).test(shown));
}

/** Every page of the tables, its parameters filled with ids of things that are there, whoever may see them. */
export function guessedPages(ids) {
  return kinds.flatMap(({ pattern }) => {
    const names = [...pattern.matchAll(/:(\w+)/g)].map(([, name]) => name);
    const choices = names.length === 0 ? [{}] : (ids[names.join(',')] ?? missing(names));
    return choices.map((choice) => pattern.replaceAll(/:(\w+)/g, (_, name) => choice[name]));
  });
}

function missing(names) {
  throw new Error(`A page has the parameters ${names.join(',')}: name some ids for them in the journey.`);
}

/**
 * Reads pages as the server renders them, first those given, then what they link to: a few of each kind. `read` gets the
 * address and the whole of the HTML, with the state of the router that is serialised in it. Public pages are the same for
 * everybody: only those read them who are told to.
 */
export async function readPages(visitor, { start, withPublic }, read) {
  const isRead = (kind) => kind !== undefined && !demonstrationOnly.has(kind.name) && (withPublic || !kind.isPublic);
  const waiting = start.filter((path) => isRead(kindOf(path)));
  const known = new Set(waiting);
  const counts = new Map();
  const linked = (path) => {
    const kind = kindOf(path);
    if (!isRead(kind) || known.has(path)) return;
    counts.set(kind.name, (counts.get(kind.name) ?? 0) + 1);
    if (counts.get(kind.name) > perKind) return;
    known.add(path);
    waiting.push(path);
  };
  const worker = async () => {
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
      const answer = await visitor.get(path);
      const html = `${[...answer.headers].join('\n')}\n${await answer.text()}`;
      read(path, html, answer.status);
      for (const [, href] of html.matchAll(/<a [^>]*?href="([^"]*)"/g)) {
        const url = new URL(plain(href), new URL(path, origin));
        if (url.origin === new URL(origin).origin) linked(url.pathname + url.search);
      }
    }
  };
  while (waiting.length > 0) await Promise.all(Array.from({ length: atOnce }, worker));
  return known.size;
}

const entities = { amp: '&', quot: '"', lt: '<', gt: '>' };

/** The text behind the spellings of HTML and of JSON inside a script. */
export function plain(html) {
  return html
    .replaceAll(/\\+u([0-9a-f]{4})/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))
    .replaceAll(/&#x([0-9a-f]+);/gi, (_, code) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replaceAll(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replaceAll(/&(amp|quot|lt|gt);/g, (_, name) => entities[name]);
}
