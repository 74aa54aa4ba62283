import type { Permission } from '@commonlot/domain';
import {
  Banknote,
  BookOpenText,
  Building2,
  ClipboardCheck,
  FileText,
  Gauge,
  Gavel,
  HandCoins,
  Inbox,
  type LucideIcon,
  Megaphone,
  ScrollText,
  Users,
} from 'lucide-react';
import type { WorkRouteName } from '../paths/paths';
import type { SessionPerson } from '../session/session';

interface WorkEntry {
  readonly name: Extract<WorkRouteName, 'work' | 'dashboard' | `${string}s` | 'people'>;
  readonly key: string;
  readonly icon: LucideIcon;
  /** Any of these opens the entry. */
  readonly anyOf: readonly Permission[];
}

/** The stations of a euro, in their order; `work-call` and the like light up their list by the start of the path. */
const stations = [
  { name: 'work', key: 'work.mine', icon: Inbox, anyOf: ['account:use'] },
  { name: 'dashboard', key: 'work.dashboard', icon: Gauge, anyOf: ['ledger:read'] },
  { name: 'plans', key: 'work.plans', icon: ScrollText, anyOf: ['plan:read'] },
  { name: 'ledgers', key: 'work.ledger', icon: BookOpenText, anyOf: ['ledger:export', 'payment:approve'] },
  { name: 'direct-files', key: 'work.directFiles', icon: HandCoins, anyOf: ['decision:read'] },
  { name: 'work-calls', key: 'work.calls', icon: Megaphone, anyOf: ['call:read'] },
  { name: 'applications', key: 'work.applications', icon: FileText, anyOf: ['application:read'] },
  { name: 'reviews', key: 'work.reviews', icon: ClipboardCheck, anyOf: ['review:own'] },
  { name: 'batches', key: 'work.decisions', icon: Gavel, anyOf: ['decision:read'] },
  { name: 'payments', key: 'work.payments', icon: Banknote, anyOf: ['payment:read'] },
  { name: 'work-organisations', key: 'work.organisations', icon: Building2, anyOf: ['organisation:read'] },
  { name: 'people', key: 'work.people', icon: Users, anyOf: ['person:manage'] },
] as const satisfies readonly WorkEntry[];

/** What somebody does for an organisation of their own; everybody who is signed in may. */
const own = [
  { name: 'applications', key: 'work.ownApplications', icon: FileText, anyOf: ['application:own'] },
  { name: 'work-organisations', key: 'work.ownOrganisations', icon: Building2, anyOf: ['organisation:own'] },
] as const satisfies readonly WorkEntry[];

/** The entries for a person: those of the office by permission, and their own where the office has not the same page. */
export function workEntries(person: SessionPerson) {
  const may = (entry: WorkEntry) => entry.anyOf.some((permission) => person.permissions.includes(permission));
  const office = stations.filter(may);
  const shown = new Set<string>(office.map((entry) => entry.name));
  return { office, own: own.filter((entry) => may(entry) && !shown.has(entry.name)) };
}
