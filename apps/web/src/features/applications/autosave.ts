import type { Answer, Answers } from '@commonlot/domain';
import { ApiProblem } from '../../shared/api/problem';
import type {
  AnswerConflict,
  AutosaveParts,
  AutosaveSnapshot,
  SavedDraft,
  SaveStatus,
  UnsavedAnswer,
} from './autosave-parts';
import { isSameAnswer } from './same-answer';

export const quietMs = 1000;
/** Somebody who never stops typing is saved all the same: a change waits at most this long. */
export const longestWaitMs = 2000;
const signedOutRetryMs = 30_000;
const retryMs = [1000, 2000, 4000, 8000, 15_000, 30_000];
const endings = ['lifecycle.not-allowed', 'membership.not-allowed', 'record.missing'];

/**
 * Saves answers while somebody types: one request at a time, the changed answers only, again and again until the server
 * has them. Nothing is dropped: what cannot be sent stays in the store, and two answers to one question become a choice.
 */
export class Autosave {
  readonly #parts: AutosaveParts;
  readonly #listeners = new Set<() => void>();
  readonly #unsaved = new Map<string, UnsavedAnswer>();
  readonly #conflicts = new Map<string, AnswerConflict>();
  readonly #refused = new Set<string>();
  #server: SavedDraft;
  #status: SaveStatus = 'saved';
  #problem: string | null = null;
  #hasSaved = false;
  #failures = 0;
  #waitingSince: number | null = null;
  #callOff: (() => void) | null = null;
  #sending: Promise<void> | null = null;
  #snapshot: AutosaveSnapshot;

  constructor(parts: AutosaveParts, server: SavedDraft) {
    this.#parts = parts;
    this.#server = server;
    for (const [questionId, unsaved] of parts.store.read()) {
      this.#unsaved.set(questionId, unsaved);
      if (!parts.accepts(unsaved.answer)) this.#refused.add(questionId);
    }
    this.#reconcile(server);
    if (this.#sendable().length > 0) this.#schedule(0);
    this.#snapshot = this.#picture();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly snapshot = (): AutosaveSnapshot => this.#snapshot;

  /** An answer as it is now; it is in the store at once and with the server soon. */
  change(questionId: string, answer: Answer): void {
    const base = this.#unsaved.get(questionId)?.base ?? this.#server.answers[questionId] ?? null;
    if (this.#parts.accepts(answer)) this.#refused.delete(questionId);
    else this.#refused.add(questionId);
    const conflict = this.#conflicts.get(questionId);
    if (conflict) this.#conflicts.set(questionId, { ...conflict, mine: answer });
    this.#hold(questionId, { answer, base });
    this.#waitingSince ??= this.#parts.now();
    const waited = this.#parts.now() - this.#waitingSince;
    // While attempts fail, the next one comes at its own time and not with every key.
    const isBackingOff = this.#failures > 0 && this.#callOff !== null;
    if (this.#problem === null && !isBackingOff) {
      this.#schedule(Math.max(0, Math.min(quietMs, longestWaitMs - waited)));
    }
    this.#tell();
  }

  /** Ends a conflict by one of the two answers. */
  settle(questionId: string, choice: 'mine' | 'theirs'): void {
    const conflict = this.#conflicts.get(questionId);
    if (conflict === undefined) return;
    this.#conflicts.delete(questionId);
    if (choice === 'theirs') this.#release(questionId);
    else this.#hold(questionId, { answer: conflict.mine, base: conflict.theirs });
    this.#schedule(0);
    this.#tell();
  }

  /** What a loader read meanwhile. An older reading than the one known here tells nothing. */
  adopt(server: SavedDraft): void {
    if (server.revision < this.#server.revision) return;
    this.#reconcile(server);
    if (this.#problem === null && this.#sendable().length > 0 && this.#callOff === null) this.#schedule(0);
    this.#tell();
  }

  /** Sends what waits now, and resolves when the attempt is over: on leaving a page, or when the line is back. */
  async flush(): Promise<void> {
    await this.#sending;
    this.#cancelTimer();
    if (this.#problem === null && this.#sendable().length > 0) await this.#send();
  }

  #sendable(): [string, UnsavedAnswer][] {
    return [...this.#unsaved].filter(([id]) => !this.#conflicts.has(id) && !this.#refused.has(id));
  }

  #schedule(delayMs: number): void {
    this.#callOff?.();
    if (this.#status === 'saved') this.#status = 'waiting';
    this.#callOff = this.#parts.later(() => {
      this.#callOff = null;
      void this.#send();
    }, delayMs);
  }

  #cancelTimer(): void {
    this.#callOff?.();
    this.#callOff = null;
  }

  #send(): Promise<void> {
    this.#sending ??= this.#attempt().finally(() => {
      this.#sending = null;
      this.#tell();
    });
    return this.#sending;
  }

  async #attempt(): Promise<void> {
    const batch = this.#sendable();
    if (batch.length === 0) return this.#rest();
    this.#waitingSince = null;
    if (this.#failures === 0) this.#status = 'saving';
    this.#tell();
    const answers = Object.fromEntries(batch.map(([id, { answer }]) => [id, answer]));
    try {
      const { revision, savedAt } = await this.#parts.send({ answers, revision: this.#server.revision });
      this.#arrived(answers, revision, savedAt);
    } catch (error) {
      await this.#failed(error, Object.keys(answers));
    }
    return undefined;
  }

  #arrived(answers: Answers, revision: number, savedAt: string): void {
    this.#failures = 0;
    this.#hasSaved = true;
    const known = Math.max(revision, this.#server.revision);
    this.#server = { answers: { ...this.#server.answers, ...answers }, revision: known, savedAt };
    for (const [questionId, sent] of Object.entries(answers)) {
      const unsaved = this.#unsaved.get(questionId);
      if (unsaved === undefined) continue;
      if (unsaved.answer === sent) this.#release(questionId);
      else this.#hold(questionId, { answer: unsaved.answer, base: sent });
    }
    this.#rest();
  }

  /** Nothing under way: done, or on to what was typed meanwhile. */
  #rest(): void {
    this.#status = this.#unsaved.size === 0 ? 'saved' : 'waiting';
    if (this.#sendable().length > 0 && this.#callOff === null) this.#schedule(quietMs);
  }

  async #failed(error: unknown, questionIds: readonly string[]): Promise<void> {
    const code = error instanceof ApiProblem ? error.code : '';
    if (code === 'record.stale') return this.#catchUp();
    if (code === 'application.answers-invalid' || code === 'request.malformed') {
      const named = error instanceof ApiProblem ? error.details['questionIds'] : undefined;
      for (const id of Array.isArray(named) ? (named as string[]) : questionIds) this.#refused.add(id);
      return this.#rest();
    }
    if (endings.includes(code)) {
      this.#problem = code;
      this.#status = 'stopped';
      return undefined;
    }
    this.#status = code === 'session.missing' ? 'signed-out' : 'retrying';
    const wait = retryMs[Math.min(this.#failures, retryMs.length - 1)] ?? signedOutRetryMs;
    this.#failures += 1;
    this.#schedule(this.#status === 'signed-out' ? signedOutRetryMs : wait);
    return undefined;
  }

  /** A colleague or a second tab saved first: reads what there is now and goes on from there. */
  async #catchUp(): Promise<void> {
    try {
      this.#reconcile(await this.#parts.reread());
      this.#failures = 0;
      this.#status = this.#unsaved.size === 0 ? 'saved' : 'waiting';
      if (this.#sendable().length > 0) this.#schedule(100);
    } catch (error) {
      await this.#failed(error, []);
    }
  }

  /** Lays the unsaved answers over those of the server; one that was changed on both sides becomes a conflict. */
  #reconcile(server: SavedDraft): void {
    this.#server = server;
    for (const [questionId, { answer, base }] of [...this.#unsaved]) {
      const theirs = server.answers[questionId] ?? null;
      if (isSameAnswer(answer, theirs)) this.#release(questionId);
      else if (isSameAnswer(base, theirs)) this.#conflicts.delete(questionId);
      else this.#conflicts.set(questionId, { questionId, mine: answer, theirs });
    }
  }

  #hold(questionId: string, unsaved: UnsavedAnswer): void {
    this.#unsaved.set(questionId, unsaved);
    this.#parts.store.write(questionId, unsaved);
  }

  #release(questionId: string): void {
    this.#unsaved.delete(questionId);
    this.#conflicts.delete(questionId);
    this.#refused.delete(questionId);
    this.#parts.store.write(questionId, null);
  }

  #picture(): AutosaveSnapshot {
    const unsaved = [...this.#unsaved].map(([id, { answer }]) => [id, answer] as const);
    return {
      answers: { ...this.#server.answers, ...Object.fromEntries(unsaved) },
      status: this.#status,
      savedAt: this.#server.savedAt,
      hasSaved: this.#hasSaved,
      unsavedCount: unsaved.length,
      conflicts: [...this.#conflicts.values()],
      refused: [...this.#refused],
      problem: this.#problem,
      revision: this.#server.revision,
    };
  }

  #tell(): void {
    this.#snapshot = this.#picture();
    for (const listener of this.#listeners) listener();
  }
}
