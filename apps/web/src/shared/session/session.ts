import type { access, ResponseOf } from '@commonlot/contracts';
import type { Permission } from '@commonlot/domain';
import { useRouteLoaderData } from 'react-router';

export type Session = ResponseOf<typeof access.readSession>;
export type SessionPerson = NonNullable<Session['person']>;

export interface RootData {
  readonly session: Session;
  readonly theme: 'light' | 'dark' | null;
  /** The address of this site, without a slash at its end. */
  readonly origin: string;
}

export const nobody: Session = { person: null, noticesUnread: 0, demonstration: false };

/** What the root of the page knows; null while an error page stands in its place. */
export function useRootData(): RootData | null {
  return useRouteLoaderData<RootData>('root') ?? null;
}

/** Who is signed in, and whether they may do something. What is not allowed is not shown; the API decides again. */
export function useSession() {
  const session = useRootData()?.session ?? nobody;
  const can = (...anyOf: Permission[]) =>
    anyOf.some((permission) => session.person?.permissions.includes(permission) ?? false);
  return { ...session, can };
}

/** The person, on pages of the workspace, where there always is one. */
export function usePerson(): SessionPerson {
  const { person } = useSession();
  if (person === null) throw new Error('This page belongs to the workspace: somebody is signed in.');
  return person;
}
