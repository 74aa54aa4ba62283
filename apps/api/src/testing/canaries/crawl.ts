import { setTimeout as pause } from 'node:timers/promises';
import type { Answer, TestApi, TestPerson } from '../test-api.js';
import type { Reading } from './readings.js';

export interface Visit {
  /** Of the endpoint. */
  readonly name: string;
  readonly url: string;
  readonly answer: Answer<unknown>;
}

/** How many requests are under way at once: less than the pool of the API has connections. */
const atOnce = 4;
const tries = 8;
/** How many pages of a list are read after the first. */
const morePages = 3;

/** Reads everything that somebody can reach, page after page. */
export async function crawl(
  api: TestApi,
  as: TestPerson | null,
  readings: readonly Pick<Reading, 'name' | 'urls'>[],
  visit: (visited: Visit) => void,
): Promise<void> {
  for (const { name, urls } of readings) {
    const [first, ...rest] = urls;
    if (first === undefined) continue;
    const answer = await read(api, as, first);
    visit({ name, url: first, answer });
    // Who may not call an endpoint at all is refused before any id is looked at.
    if (isShut(answer)) continue;
    await eachAtOnce([first, ...rest], async (url) => {
      let page = url === first ? answer : await read(api, as, url);
      if (url !== first) visit({ name, url, answer: page });
      for (let turn = 0; turn < morePages; turn += 1) {
        const next = nextOf(page);
        if (next === null) return;
        const after = `${url}${url.includes('?') ? '&' : '?'}after=${encodeURIComponent(next)}`;
        page = await read(api, as, after);
        visit({ name, url: after, answer: page });
      }
    });
  }
}

/** One reading. On a machine that is busy with other things the API may say "later", which is not what is looked for. */
export async function read(api: TestApi, as: TestPerson | null, url: string): Promise<Answer<unknown>> {
  const headers: Record<string, string> = as === null ? {} : { cookie: `session=${as.token}` };
  for (let turn = 1; ; turn += 1) {
    const answer = await api.raw({ method: 'GET', url, headers });
    if (answer.status !== 503 || turn === tries) return answer;
    await pause(turn * 250);
  }
}

export async function eachAtOnce<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const waiting = items.values();
  const worker = async () => {
    for (const item of waiting) await work(item);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

export function isShut({ body }: Answer<unknown>): boolean {
  const { code } = (body ?? {}) as { code?: string };
  return code === 'session.missing' || code === 'permission.missing';
}

function nextOf({ body }: Answer<unknown>): string | null {
  const { next } = (body ?? {}) as { next?: unknown };
  return typeof next === 'string' ? next : null;
}
