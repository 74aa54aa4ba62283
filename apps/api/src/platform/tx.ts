import type { Language, Role } from '@commonlot/domain';
import type { EntityManager } from 'typeorm';

/** A request that creates something, and so may be sent twice with one effect. */
export interface Attempt {
  readonly key: string;
  readonly endpoint: string;
  readonly bodyHash: string;
}

/** Who acts: a person who is signed in, somebody unknown, or the system itself (a job). */
export interface Actor {
  readonly personId: string | null;
  readonly sessionId: string | null;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly permissions: ReadonlySet<string>;
  readonly attempt: Attempt | null;
  readonly address: string;
}

/** The system as actor: jobs and set-up. */
export const systemActor: Actor = {
  personId: null,
  sessionId: null,
  name: 'system',
  roles: [],
  permissions: new Set(),
  attempt: null,
  address: '',
};

export interface Event {
  /** noun.past, as 'application.submitted'; the noun is the type of the subject. */
  readonly type: string;
  readonly subjectId: string;
  /** Ids, amounts and codes only: the journal never has to forget anybody. */
  readonly before?: Record<string, unknown>;
  readonly after?: Record<string, unknown>;
}

export interface NoticeTo {
  readonly personIds: readonly string[];
  readonly type: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly data?: Record<string, string | number>;
}

/** One transaction: its own time, its manager, and the three things that a use case may leave behind. */
export interface Tx {
  readonly manager: EntityManager;
  /** The clock of the database when the transaction began; the only `now` of a use case. */
  readonly now: Date;
  readonly actor: Actor;
  query<T>(text: string, values?: readonly unknown[]): Promise<T[]>;
  /** Writes the journal and queues the jobs of the subscribers, in this transaction. */
  record(event: Event): Promise<void>;
  notify(notice: NoticeTo): Promise<void>;
  mail(mail: Mail): Promise<void>;
}

/** A mail as a use case orders it. The words come from the module that sends it, one function per language. */
export interface Mail {
  readonly personId: string | null;
  readonly to: string;
  readonly language: Language;
  readonly subject: string;
  /** Plain paragraphs; a blank line between them. Links are written out. */
  readonly body: string;
  /** Event, recipient and template in one: the same key is never written twice. */
  readonly dedupeKey: string;
  readonly about?: { readonly type: string; readonly id: string };
}
