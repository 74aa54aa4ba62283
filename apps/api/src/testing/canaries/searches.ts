import type { Answer, TestApi, TestPerson } from '../test-api.js';
import { answerText } from './answer-text.js';
import { eachAtOnce, isShut, read } from './crawl.js';
import type { Reading } from './readings.js';
import type { Secrets } from './secrets.js';
import type { Watch } from './watch.js';
import { newWord } from './words.js';

/**
 * Searches by one text of each kind of each column as those who may not know it: the answer must be the one that a word
 * gives which stands nowhere. A list that gets shorter, longer or ordered otherwise tells as much as the text itself.
 */
export async function searchFor(
  api: TestApi,
  principals: ReadonlyMap<string, TestPerson | null>,
  readings: readonly Reading[],
  secrets: Secrets,
  watch: Watch,
): Promise<void> {
  for (const [who, as] of principals) {
    const knower = watch.knower(as?.id);
    const hidden = secrets.samples().filter(({ mark }) => !watch.mayKnow(mark, knower));
    for (const { url, field } of fieldsOpenTo(as, readings)) {
      const ask = (text: string) => read(api, as, `${url}?${field}=${encodeURIComponent(text)}`);
      const lengths = new Set(hidden.map(({ mark }) => mark.length));
      const nothing = new Map<number, string>();
      for (const length of lengths) nothing.set(length, shape(await ask(newWord().repeat(10).slice(0, length))));
      if (isShut(await ask(newWord()))) continue;
      await eachAtOnce(hidden, async ({ what, mark }) => {
        const answer = await ask(mark);
        watch.judge(answerText(answer), knower, who, `a search by ${field}`, url);
        if (shape(answer) !== nothing.get(mark.length)) watch.leak(`${what} can be found by ${who} by ${field}`, url);
      });
    }
  }
}

const shape = ({ status, raw }: Answer<unknown>) => `${status} ${raw.toString()}`;

/** Public lists are searched once, by somebody who is not signed in. */
function fieldsOpenTo(as: TestPerson | null, readings: readonly Reading[]): { url: string; field: string }[] {
  return readings
    .filter(({ name }) => as === null || !name.startsWith('register.'))
    .flatMap(({ urls, searchedBy }) =>
      urls.filter((url) => !url.includes('?')).flatMap((url) => searchedBy.map((field) => ({ url, field }))),
    );
}
