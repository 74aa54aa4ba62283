import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { givenAccount } from '../given-access.js';
import { givenOpenCall } from '../given-call.js';
import { givenDirectFileAwarded } from '../given-decision.js';
import { givenSharedPlan } from '../given-review.js';
import { TestApi } from '../test-api.js';
import { differences, examplesIn, type Known, requestOf } from './examples.js';

const repository = join(import.meta.dirname, '../../../../..');
const examples = examplesIn(readFileSync(join(repository, 'docs/api/examples.md'), 'utf8'));
const known: Known = new Map();

let api: TestApi;
beforeAll(async () => {
  api = await TestApi.start();
  await givenAccount(api, { email: 'rita@example.org', name: 'Rita Claes', screenLanguage: 'nl' });
  for (let award = 0; award < 3; award += 1) await givenDirectFileAwarded(api);
  await givenOpenCall(api, { lineId: (await givenSharedPlan(api)).lineId('1.3') });
  await api.work();
});
afterAll(() => api.stop());

it.each(examples.map((example) => [example.name, example] as const))('%s', async (_name, example) => {
  const answer = await api.raw(requestOf(example, known));
  expect(differences(example, answer, known)).toEqual([]);
});

describe('the reader of examples', () => {
  const block = (...lines: string[]) => ['```http', ...lines, '```', ''].join('\n');
  const [example] = examplesIn(
    `### Read\n${block('GET /api/x')}${block('200', 'ETag: {{tag}}', '', '{ "id": "{{id}}", "n": {{n}}, "rows": [1] }')}`,
  );
  const answerOf = (body: unknown, status = 200) => ({
    status,
    body,
    raw: Buffer.from(JSON.stringify(body)),
    headers: { etag: 'W/"1"' },
  });
  const faultsOf = (body: unknown, status?: number) =>
    example === undefined ? ['none'] : differences(example, answerOf(body, status), new Map([['id', 'a']]));

  it('says nothing where the shown parts are the same, and remembers what they are', () => {
    expect(faultsOf({ id: 'a', n: 3, rows: [1], more: true })).toEqual([]);
  });

  it('names what is missing, what differs, and what was promised to be the same as before', () => {
    expect(faultsOf({ id: 'b', n: 3, rows: [1, 2] }, 201)).toEqual([
      'the status is 201',
      'body.id is "b"',
      'body.rows has 2 elements: [1,2]',
    ]);
    expect(faultsOf({ id: 'a', rows: [2] })).toEqual(['body.n is undefined', 'body.rows[0] is 2']);
  });

  it('refuses a request that no answer follows, and a value that no answer gave', () => {
    expect(() => examplesIn(block('GET /api/x'))).toThrow('without an answer');
    const { answer = '' } = example ?? {};
    expect(() => requestOf({ name: '', request: 'GET /api/{{what}}', answer }, new Map())).toThrow('{{what}}');
  });
});
