import { requestsPerSecond } from './load.mjs';

/**
 * What the public and a browser ask for, each held against Node's own server that answers the same bytes, and the
 * award list also against its SQL straight through `pg`.
 */
export function readingFigures({ api, web, raw, sql, awardNumber, year, etag }) {
  const list = `${api}/api/register/awards`;
  const page = (path) => `${web}/nl/${path}`;
  const read = (name, url, rawName, headers = {}, status = 200) => ({
    name,
    unit: 'requests/s',
    subjects: {
      product: () => requestsPerSecond({ url, headers, status }),
      'node:http': () => requestsPerSecond({ url: `${raw}/${rawName}`, status }),
    },
  });
  const withSql = (figure, pg) => ({ ...figure, subjects: { ...figure.subjects, pg } });
  return [
    withSql(read('award list (API, 100,000 awards)', list, 'bytes/list'), sql),
    read('award list, not changed (304)', list, 'same', { 'if-none-match': etag }, 304),
    read('home page, rendered', `${web}/nl`, 'bytes/home'),
    read('award page, rendered', page(`toekenningen/${awardNumber}`), 'bytes/award'),
    read('plan page, rendered', page(`verdelingsplan/${year}`), 'bytes/plan'),
  ];
}
