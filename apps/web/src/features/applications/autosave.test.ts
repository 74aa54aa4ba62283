import type { Answer, Answers } from '@commonlot/domain';
import { ApiProblem } from '../../shared/api/problem';
import { Autosave, longestWaitMs, quietMs } from './autosave';
import type { SavedDraft, UnsavedAnswer } from './autosave-parts';

type Change = { answers: Answers; revision: number };

/** A clock, a line and a server that a test holds in its hand. */
class Rig {
  nowMs = 0;
  timers: { run: () => void; at: number }[] = [];
  sent: Change[] = [];
  kept = new Map<string, UnsavedAnswer>();
  server: SavedDraft = { answers: { title: 'Choir', need: 'Peace' }, revision: 4, savedAt: '2026-04-01T10:00:00Z' };
  /** What the next requests meet; empty means that they arrive. */
  faults: unknown[] = [];
  hold: Promise<void> | null = null;

  start(server: SavedDraft = this.server) {
    return new Autosave(
      {
        send: (change) => this.#save(change),
        reread: async () => this.server,
        accepts: (answer: Answer) => typeof answer !== 'string' || answer.length <= 100,
        store: {
          read: () => new Map(this.kept),
          write: (id, unsaved) => void (unsaved ? this.kept.set(id, unsaved) : this.kept.delete(id)),
        },
        later: (run, delayMs) => {
          const timer = { run, at: this.nowMs + delayMs };
          this.timers.push(timer);
          return () => {
            this.timers = this.timers.filter((each) => each !== timer);
          };
        },
        now: () => this.nowMs,
      },
      server,
    );
  }

  async #save(change: Change) {
    this.sent.push(change);
    await this.hold;
    const fault = this.faults.shift();
    if (fault) throw fault;
    if (change.revision !== this.server.revision) throw new ApiProblem(409, 'record.stale');
    this.elsewhere(change.answers);
    return { revision: this.server.revision, savedAt: this.server.savedAt };
  }

  /** Somebody saves. */
  elsewhere(answers: Answers) {
    const { revision, savedAt } = this.server;
    this.server = { answers: { ...this.server.answers, ...answers }, revision: revision + 1, savedAt };
  }

  async pass(ms: number) {
    const end = this.nowMs + ms;
    for (;;) {
      const next = this.timers.filter((each) => each.at <= end).sort((a, b) => a.at - b.at)[0];
      if (next === undefined) break;
      this.nowMs = next.at;
      this.timers = this.timers.filter((each) => each !== next);
      next.run();
      await settled();
    }
    this.nowMs = end;
    await settled();
  }
}

const settled = async () => {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
};
const noLine = new ApiProblem(503, 'service.unavailable');
const noSession = new ApiProblem(401, 'session.missing');

it('saves once after a second of quiet, and only what changed', async () => {
  const rig = new Rig();
  const autosave = rig.start();
  for (const text of ['C', 'Ch', 'Choirs']) {
    autosave.change('title', text);
    await rig.pass(300);
  }
  expect(rig.sent).toEqual([]);
  await rig.pass(quietMs);
  expect(rig.sent).toEqual([{ answers: { title: 'Choirs' }, revision: 4 }]);
  expect(autosave.snapshot()).toMatchObject({ status: 'saved', hasSaved: true, unsavedCount: 0, revision: 5 });
  expect(rig.kept.size).toBe(0);
});

it('does not wait for somebody who never stops typing', async () => {
  const rig = new Rig();
  const autosave = rig.start();
  for (let letters = 1; letters <= 30; letters += 1) {
    autosave.change('title', 'x'.repeat(letters));
    await rig.pass(100);
  }
  expect(rig.sent.length).toBeGreaterThanOrEqual(1);
  expect(String(rig.sent[0]?.answers['title']).length).toBeLessThanOrEqual(longestWaitMs / 100 + 1);
});

it('has one request under way, and sends what was typed meanwhile with the revision that came back', async () => {
  const rig = new Rig();
  const autosave = rig.start();
  let arrive: () => void = () => undefined;
  rig.hold = new Promise((resolve) => {
    arrive = () => resolve();
  });
  autosave.change('title', 'One');
  await rig.pass(quietMs);
  autosave.change('title', 'Two');
  await rig.pass(5000);
  expect(rig.sent).toHaveLength(1);
  arrive();
  await settled();
  expect(autosave.snapshot().answers['title']).toBe('Two');
  await rig.pass(quietMs);
  expect(rig.sent[1]).toEqual({ answers: { title: 'Two' }, revision: 5 });
  expect(autosave.snapshot().unsavedCount).toBe(0);
});

it('tries again with growing pauses while the line is down, and loses nothing', async () => {
  const rig = new Rig();
  const autosave = rig.start();
  rig.faults = [noLine, noLine, noLine];
  autosave.change('need', 'Song');
  await rig.pass(quietMs);
  expect(autosave.snapshot()).toMatchObject({ status: 'retrying', unsavedCount: 1 });
  expect(rig.kept.get('need')).toEqual({ answer: 'Song', base: 'Peace' });
  await rig.pass(1000);
  expect(rig.sent).toHaveLength(2);
  await rig.pass(1900);
  expect(rig.sent).toHaveLength(2);
  await rig.pass(100 + 4000);
  expect(rig.sent).toHaveLength(4);
  expect(autosave.snapshot().status).toBe('saved');
});

it('keeps what was typed when the session ended, and sends it as soon as somebody has signed in again', async () => {
  const rig = new Rig();
  const autosave = rig.start();
  rig.faults = [noSession];
  autosave.change('title', 'After hours');
  await rig.pass(quietMs);
  expect(autosave.snapshot().status).toBe('signed-out');
  await autosave.flush();
  expect(autosave.snapshot().status).toBe('saved');
  expect(rig.server.answers['title']).toBe('After hours');
});

it('sends on the next visit what a closed tab left behind', async () => {
  const rig = new Rig();
  rig.kept.set('title', { answer: 'Left behind', base: 'Choir' });
  const autosave = rig.start();
  expect(autosave.snapshot().answers['title']).toBe('Left behind');
  await rig.pass(0);
  expect(rig.server.answers['title']).toBe('Left behind');
  expect(rig.kept.size).toBe(0);
});

it('goes on from the newer revision when a colleague saved another answer', async () => {
  const rig = new Rig();
  const autosave = rig.start();
  rig.elsewhere({ need: 'Quiet' });
  autosave.change('title', 'Mine');
  await rig.pass(quietMs + 200);
  expect(rig.server.answers).toEqual({ title: 'Mine', need: 'Quiet' });
  expect(autosave.snapshot()).toMatchObject({ conflicts: [], status: 'saved', answers: { need: 'Quiet' } });
});

it('keeps both texts when a colleague changed the same answer, until somebody chooses', async () => {
  const rig = new Rig();
  const autosave = rig.start();
  rig.elsewhere({ title: 'Theirs' });
  autosave.change('title', 'Mine');
  autosave.change('need', 'Song');
  await rig.pass(quietMs + 200);
  expect(autosave.snapshot().conflicts).toEqual([{ questionId: 'title', mine: 'Mine', theirs: 'Theirs' }]);
  expect(rig.server.answers).toEqual({ title: 'Theirs', need: 'Song' });
  expect(rig.kept.has('title')).toBe(true);
  autosave.settle('title', 'mine');
  await rig.pass(200);
  expect(rig.server.answers['title']).toBe('Mine');
});

it('takes the text of the colleague when that is chosen', async () => {
  const rig = new Rig();
  const autosave = rig.start();
  rig.elsewhere({ title: 'Theirs' });
  autosave.change('title', 'Mine');
  await rig.pass(quietMs + 200);
  autosave.settle('title', 'theirs');
  await rig.pass(200);
  expect(autosave.snapshot()).toMatchObject({ conflicts: [], unsavedCount: 0, answers: { title: 'Theirs' } });
  expect(rig.server.answers['title']).toBe('Theirs');
});

it('takes a save whose answer was lost for saved', async () => {
  const rig = new Rig();
  const autosave = rig.start();
  autosave.change('title', 'Arrived');
  rig.elsewhere({ title: 'Arrived' });
  await rig.pass(quietMs + 200);
  expect(autosave.snapshot()).toMatchObject({ conflicts: [], unsavedCount: 0, status: 'saved' });
});

it('holds back the answer that the server does not take, and saves the others', async () => {
  const rig = new Rig();
  const autosave = rig.start();
  rig.faults = [new ApiProblem(422, 'application.answers-invalid', { questionIds: ['title'] })];
  autosave.change('title', 'wrong');
  autosave.change('need', 'Song');
  await rig.pass(quietMs * 3);
  expect(rig.server.answers).toEqual({ title: 'Choir', need: 'Song' });
  expect(autosave.snapshot()).toMatchObject({ refused: ['title'], unsavedCount: 1 });
  autosave.change('need', 'x'.repeat(101));
  await rig.pass(quietMs * 3);
  expect(autosave.snapshot().refused).toEqual(['title', 'need']);
  autosave.change('need', 'short');
  await rig.pass(quietMs * 3);
  expect(rig.server.answers['need']).toBe('short');
});

it('stops when the draft was sent by somebody else, and keeps the text in the browser', async () => {
  const rig = new Rig();
  const autosave = rig.start();
  rig.faults = [new ApiProblem(409, 'lifecycle.not-allowed')];
  autosave.change('title', 'Too late');
  await rig.pass(60_000);
  expect(rig.sent).toHaveLength(1);
  expect(autosave.snapshot()).toMatchObject({ status: 'stopped', problem: 'lifecycle.not-allowed' });
  expect(rig.kept.get('title')?.answer).toBe('Too late');
});

it('ignores an older reading of a loader and adopts a newer one', async () => {
  const rig = new Rig();
  const autosave = rig.start();
  autosave.change('title', 'New');
  await rig.pass(quietMs);
  autosave.adopt({ answers: { title: 'Choir' }, revision: 4, savedAt: rig.server.savedAt });
  expect(autosave.snapshot().answers['title']).toBe('New');
  autosave.adopt({ answers: { title: 'Newest' }, revision: 9, savedAt: rig.server.savedAt });
  expect(autosave.snapshot()).toMatchObject({ revision: 9, answers: { title: 'Newest' } });
});
