import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';

const mediaTypes = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
};

/** The forms in which the build wrote a file, the smallest first: ending and name of the coding. */
const codings = [
  ['.br', 'br'],
  ['.gz', 'gzip'],
];

/**
 * @typedef {object} StaticFile
 * @property {Buffer} content
 * @property {Readonly<Record<string, Buffer>>} coded the same by the name of its coding
 * @property {Readonly<Record<string, string>>} headers
 */

/**
 * Serves the files of the build from memory, all of them read at the start (some five megabytes): a file that is taken
 * away or replaced later changes nothing for those who still read the pages of this build, and can end no process.
 *
 * @param {string} folder
 * @returns {(request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse) => boolean}
 * answers and says so, or leaves alone what is no file
 */
export function staticFiles(folder) {
  const files = readAll(folder);
  return (request, response) => {
    const file = files.get(pathOf(request.url ?? '/'));
    if (file === undefined || (request.method !== 'GET' && request.method !== 'HEAD')) return false;
    send(file, request, response);
    return true;
  };
}

/** @returns {Map<string, StaticFile>} by the path that browsers ask for */
function readAll(folder) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = new Set(entries.map((entry) => join(entry.parentPath, entry.name)));
  const files = new Map();
  for (const path of paths) {
    const name = `/${relative(folder, path).split(sep).join('/')}`;
    const isHidden = name.includes('/.');
    const isCoded = codings.some(([ending]) => path.endsWith(ending) && paths.has(path.slice(0, -ending.length)));
    if (!isHidden && !isCoded) files.set(name, readOne(path, name, paths));
  }
  return files;
}

function readOne(path, name, paths) {
  const mediaType = mediaTypes[extname(name)];
  // Rather at the start than with the wrong type for a reader.
  if (mediaType === undefined) throw new Error(`No media type is known for ${name}.`);
  const content = readFileSync(path);
  const coded = codings.flatMap(([ending, coding]) =>
    paths.has(path + ending) ? [[coding, readFileSync(path + ending)]] : [],
  );
  return {
    content,
    coded: Object.fromEntries(coded),
    headers: {
      'content-type': mediaType,
      // The name of an asset holds a digest of what is in it.
      'cache-control': name.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'public, max-age=3600',
      etag: `W/"${createHash('sha256').update(content).digest('base64url').slice(0, 27)}"`,
      vary: 'Accept-Encoding',
    },
  };
}

function send(file, request, response) {
  for (const [name, value] of Object.entries(file.headers)) response.setHeader(name, value);
  if (isKnown(file.headers.etag, request.headers['if-none-match'])) {
    response.removeHeader('content-type');
    response.writeHead(304).end();
    return;
  }
  const coding = codingFor(file, request.headers['accept-encoding'] ?? '');
  const body = coding === null ? file.content : file.coded[coding];
  if (coding !== null) response.setHeader('content-encoding', coding);
  response.setHeader('content-length', body.length);
  response.writeHead(200).end(request.method === 'HEAD' ? undefined : body);
}

/** The smallest form that the reader takes; null is the file itself. `br;q=0` is a refusal. */
function codingFor(file, accepted) {
  const taken = accepted
    .split(',')
    .map((part) => part.trim())
    .filter((part) => !/;\s*q=0(?:\.0*)?$/.test(part))
    .map((part) => part.split(';')[0]?.trim());
  return codings.map(([, coding]) => coding).find((coding) => taken.includes(coding) && file.coded[coding]) ?? null;
}

const isKnown = (etag, header = '') => header.split(',').some((known) => known.trim() === etag);

function pathOf(url) {
  try {
    return decodeURIComponent(url.split(/[?#]/)[0] ?? '/');
  } catch {
    return '';
  }
}
