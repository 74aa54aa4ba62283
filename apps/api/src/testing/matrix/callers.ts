import type { Role } from '@commonlot/domain';
import type { Allowed } from '../access-table.js';
import type { TestApi, TestPerson } from '../test-api.js';

interface CallerKind {
  readonly roles: readonly Role[];
  /** Who this is, for the document. */
  readonly who: string;
}

/**
 * Everybody that the matrix asks as. The people of the office have done nothing to the records that they are asked
 * about: what somebody may do with their own work is the matter of separation.test.ts.
 */
export const callerKinds = {
  anonymous: { roles: [], who: 'nobody is signed in' },
  suspended: { roles: ['officer'], who: 'an officer whose account was suspended, with a session that was not ended' },
  outsider: { roles: [], who: 'an account, and nothing else' },
  viewer: { roles: [], who: 'a viewer of the organisation that the record belongs to' },
  editor: { roles: [], who: 'an editor of that organisation' },
  representative: { roles: [], who: 'a representative of that organisation' },
  stranger: { roles: [], who: 'a representative of another organisation' },
  reviewer: { roles: ['reviewer'], who: 'has declared to have no conflict of interest, and scores or has sent' },
  undeclared: { roles: ['reviewer'], who: 'has the file assigned and has not declared yet' },
  conflicted: { roles: ['reviewer'], who: 'has declared a conflict of interest on every file' },
  unassigned: { roles: ['reviewer'], who: 'a reviewer without any file' },
  recused: {
    roles: ['officer', 'reviewer'],
    who: 'an officer who was to review too, and declared a conflict on every file',
  },
  officer: { roles: ['officer'], who: 'prepares calls, screening, decisions and payments' },
  minister: { roles: ['minister'], who: "the minister's office: plans, signatures, releases" },
  controller: { roles: ['controller'], who: 'verifies accounts and approves payments' },
  auditor: { roles: ['auditor'], who: 'reads, and changes nothing' },
  administrator: { roles: ['administrator'], who: 'manages accounts and roles, and sees no files' },
} as const satisfies Record<string, CallerKind>;

export type Caller = keyof typeof callerKinds;
export const callers = Object.keys(callerKinds) as readonly Caller[];

/** Words of the rules that stand for several callers. */
export const groups: Readonly<Record<string, readonly Caller[]>> = {
  members: ['representative', 'editor', 'viewer'],
  writers: ['representative', 'editor'],
  staff: ['officer', 'minister', 'controller', 'auditor'],
  fileReaders: ['officer', 'minister', 'auditor'],
};

/** What the guard answers before it looks at any record; null when it lets the caller pass. */
export function guardAnswer(caller: Caller, allowed: Allowed): 'session.missing' | 'permission.missing' | null {
  if (allowed === 'public') return null;
  if (caller === 'anonymous' || caller === 'suspended') return 'session.missing';
  if (allowed === 'members') return null;
  const held: readonly Role[] = callerKinds[caller].roles;
  return held.some((role) => allowed.includes(role)) ? null : 'permission.missing';
}

export type People = Readonly<Record<Caller, TestPerson | null>>;

/** One person for each caller, signed in; they know nothing of any record yet, and nobody is suspended. */
export async function givenPeople(api: TestApi): Promise<Record<Caller, TestPerson>> {
  const people: [string, TestPerson][] = [];
  for (const caller of callers) people.push([caller, await api.person(callerKinds[caller].roles, `The ${caller}`)]);
  return Object.fromEntries(people) as Record<Caller, TestPerson>;
}
