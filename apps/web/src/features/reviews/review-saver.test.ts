import { ApiProblem } from '../../shared/api/problem';
import { quietMs, type ReviewDraft, ReviewSaver } from './review-saver';

const draft = (comment: string): ReviewDraft => ({ scores: { use: { score: null, comment } }, remark: '' });
const stale = new ApiProblem(409, 'record.stale', {});
const down = new ApiProblem(503, 'service.unavailable', {});

function given(answers: (number | ApiProblem)[]) {
  const sent: [string, number][] = [];
  const kept: (string | null)[] = [];
  const saver = new ReviewSaver(
    {
      send: async ({ scores }, revision) => {
        sent.push([scores['use']?.comment ?? '', revision]);
        const answer = answers.shift() ?? 99;
        if (answer instanceof ApiProblem) throw answer;
        return answer;
      },
      reread: async () => 50,
      keep: (value) => kept.push(value?.scores['use']?.comment ?? null),
    },
    draft(''),
    1,
  );
  return { saver, sent, kept, state: () => saver.snapshot().state };
}

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

it('saves one second after the last change, and only the last', async () => {
  const { saver, sent, kept, state } = given([2]);
  saver.change(draft('a'));
  await jest.advanceTimersByTimeAsync(quietMs - 1);
  saver.change(draft('ab'));
  await jest.advanceTimersByTimeAsync(quietMs - 1);
  expect([sent, state()]).toEqual([[], 'waiting']);
  await jest.advanceTimersByTimeAsync(1);
  expect([sent, state()]).toEqual([[['ab', 1]], 'saved']);
  expect(kept).toEqual(['a', 'ab', null]);
});

it('has one request under way, and sends what was typed meanwhile at the new revision', async () => {
  const { saver, sent } = given([2, 3]);
  saver.change(draft('a'));
  const first = saver.flush();
  saver.change(draft('ab'));
  const second = saver.flush();
  expect(sent).toEqual([['a', 1]]);
  await Promise.all([first, second]);
  expect(sent).toEqual([
    ['a', 1],
    ['ab', 2],
  ]);
});

it('keeps what could not be saved, and tries again', async () => {
  const { saver, sent, kept, state } = given([down, 2]);
  saver.change(draft('a'));
  await jest.advanceTimersByTimeAsync(quietMs);
  expect([state(), kept.at(-1), saver.isUnsaved]).toEqual(['failed', 'a', true]);
  await jest.advanceTimersByTimeAsync(5_000);
  expect([state(), kept.at(-1), sent.length]).toEqual(['saved', null, 2]);
});

it('waits for a person when somebody else saved first, and then writes over it', async () => {
  const { saver, sent, state } = given([stale, 51]);
  saver.change(draft('a'));
  expect(await saver.flush()).toBe(false);
  saver.change(draft('ab'));
  await jest.advanceTimersByTimeAsync(60_000);
  expect([state(), sent.length, await saver.flush()]).toEqual(['stale', 1, false]);
  expect(await saver.overwrite()).toBe(true);
  expect([state(), sent.at(-1)]).toEqual(['saved', ['ab', 50]]);
});
