import type { Answer, Answers } from '@commonlot/domain';

export type SaveStatus = 'saved' | 'waiting' | 'saving' | 'retrying' | 'signed-out' | 'stopped';

/** Somebody else changed the same answer meanwhile: both stay until a person chooses. */
export interface AnswerConflict {
  readonly questionId: string;
  readonly mine: Answer;
  readonly theirs: Answer;
}

/** What the server has. */
export interface SavedDraft {
  readonly answers: Answers;
  readonly revision: number;
  readonly savedAt: string;
}

/** An answer that the server does not have yet, and what it had when the person began to change it. */
export interface UnsavedAnswer {
  readonly answer: Answer;
  readonly base: Answer;
}

/** Where unsaved answers outlive a closed tab. */
export interface AnswerStore {
  readonly read: () => ReadonlyMap<string, UnsavedAnswer>;
  /** Null once the server has it. */
  readonly write: (questionId: string, unsaved: UnsavedAnswer | null) => void;
}

export interface AutosaveParts {
  readonly send: (change: { answers: Answers; revision: number }) => Promise<{ revision: number; savedAt: string }>;
  readonly reread: () => Promise<SavedDraft>;
  readonly store: AnswerStore;
  /** False for an answer that no request can carry: far too long, or with characters that are none. */
  readonly accepts: (answer: Answer) => boolean;
  /** Runs something later; the function that it returns calls it off. */
  readonly later: (run: () => void, delayMs: number) => () => void;
  readonly now: () => number;
}

export interface AutosaveSnapshot {
  /** What the person sees: the answers of the server, and over them what is not saved yet. */
  readonly answers: Answers;
  readonly status: SaveStatus;
  readonly savedAt: string;
  /** True once something was saved while this page was open. */
  readonly hasSaved: boolean;
  readonly unsavedCount: number;
  readonly conflicts: readonly AnswerConflict[];
  /** Questions whose answers the server does not take as they are. */
  readonly refused: readonly string[];
  /** The code of the refusal that ended saving, such as a draft that a colleague sent. */
  readonly problem: string | null;
  readonly revision: number;
}
