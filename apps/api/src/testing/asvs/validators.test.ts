import { performance } from 'node:perf_hooks';
import { type Endpoint, endpoints } from '@commonlot/contracts';
import { type Place, placesOf, sampleOf, withAt } from '../hostile.js';

const most = 100_000;
/** What makes a pattern with a choice in a repetition try everything. */
const texts = [
  `${'a'.repeat(most)}!`,
  ' '.repeat(most),
  `${'1'.repeat(most)}x`,
  `${'a@'.repeat(most / 2)}`,
  `a@${'a.'.repeat(most / 2)}`,
  `https://${'a.'.repeat(most / 2)}`,
  `${'0-'.repeat(most / 2)}`,
  `${'\t\n'.repeat(most / 2)}x`,
  '\u0301'.repeat(most),
  '('.repeat(most),
];

/** Milliseconds of the processor: other work on the machine does not count. */
function costOf(work: () => void): number {
  const before = process.cpuUsage();
  const started = performance.now();
  work();
  const { user, system } = process.cpuUsage(before);
  return Math.min((user + system) / 1000, performance.now() - started);
}

const parts = [...endpoints].flatMap(([name, endpoint]: [string, Endpoint]) =>
  (['params', 'query', 'body'] as const).map((part) => [name, endpoint[part]] as const),
);

it('no text makes any field of any request hard to judge', () => {
  const slow: [string, Place, string, number][] = [];
  let judged = 0;
  for (const [name, schema] of parts) {
    const sample = sampleOf(schema);
    for (const place of placesOf(sample)) {
      for (const text of texts) {
        const hostile = withAt(sample, place, text);
        const judge = () => costOf(() => schema.safeParse(hostile));
        // A pattern that is slow is slow each time; a machine that is busy is not.
        let ms = judge();
        for (let again = 0; again < 3 && ms > 50; again += 1) ms = Math.min(ms, judge());
        judged += 1;
        if (ms > 50) slow.push([name, place, text.slice(0, 10), ms]);
      }
    }
  }
  expect(judged).toBeGreaterThan(3_000);
  expect(slow).toEqual([]);
}, 60_000);
