import { endpoints } from '@commonlot/contracts';
import { callerKinds, callers, groups } from './callers.js';
import { recordKinds } from './records.js';
import { allowedOn, routeOf, rows } from './rows.js';

const head = `# Who may do what

Every route, everybody who may ask, every record in each of its states. The rules are written by hand in
\`apps/api/src/testing/matrix/rows-of-*.ts\` and \`apps/api/src/testing/access-table.ts\`; this page is made of them, and the
access matrix asks the API each of them. After a change of the rules it is made anew by

\`\`\`
RENEW_DOCUMENTS=1 npm test -- api access-document
\`\`\`

The guard answers first: whoever is not signed in gets \`session.missing\` (401) from every route that is not public, and so
does a person who is suspended; whoever holds none of the roles gets \`permission.missing\` (403), whether or not the record
exists. What the guard lets pass is judged by the record:

- **yes**: the answer of the contract; a change is made and, but for sessions, notices and links that are mailed, stands in
  the journal;
- **not there**: 404, to the byte the answer about a record that does not exist, also with a wrong revision;
- **listed**, **not listed**: the list answers, and the record is in it or is not;
- a code: that refusal, and nothing is changed.

About a record that does not exist everybody gets **not there**, unless the rule says something else for *nothing*. The
passwords and links that the matrix sends are invented.
`;

const words: Readonly<Record<string, string>> = {
  ok: '**yes**',
  hidden: '**not there**',
  shown: '**listed**',
  absent: '**not listed**',
};

/** A rule as people read it: `editor: draft **yes**; otherwise \`lifecycle.not-allowed\``. */
function readable(rule: string, _: number, all: readonly string[]): string {
  const [who = '', clauses = ''] = rule.split(': ');
  const parts = clauses.split('; ').map((clause) => {
    const states = clause.split(' ');
    const answer = states.pop() ?? '';
    const named = states.map((state) => (state === 'else' ? 'otherwise' : state === 'none' ? '*nothing*' : state));
    return [named.join(', '), words[answer] ?? `\`${answer}\``].filter(Boolean).join(' ');
  });
  const those = who.split(' ').flatMap((word): readonly string[] => groups[word] ?? [word]);
  const rest = all.length === 1 ? 'everybody' : 'everybody else';
  return `${who === 'others' ? rest : those.join(', ')}: ${parts.join('; ')}`;
}

function rowOf(name: string): string {
  const row = rows[name];
  const endpoint = endpoints.get(routeOf(name));
  if (row === undefined || endpoint === undefined) throw new Error(`No route ${name}.`);
  const allowed = allowedOn(name);
  const by = allowed === 'public' ? 'everybody' : allowed === 'members' ? 'who is signed in' : allowed.join(', ');
  const rules = row.rules.length === 0 ? ['**yes**'] : row.rules.map(readable);
  const demonstration = endpoint.demonstration ? '<br>(demonstration only)' : '';
  const route = `${endpoint.method} ${endpoint.path}`;
  return `| ${name}<br>\`${route}\`${demonstration} | ${by} | ${row.about ?? ''} | ${rules.join('<br>')} |`;
}

const table = (titles: readonly string[], lines: readonly string[]): string =>
  [`| ${titles.join(' | ')} |`, `|${titles.map(() => '---').join('|')}|`, ...lines, ''].join('\n');

function tablesOfRoutes(): string[] {
  const nouns = [...new Set([...endpoints.keys()].map((name) => name.slice(0, name.indexOf('.'))))];
  return nouns.flatMap((noun) => {
    const names = Object.keys(rows).filter((name) => name.startsWith(`${noun}.`));
    return [`## ${noun}\n`, table(['route', 'who may call', 'about', 'answers'], names.toSorted().map(rowOf))];
  });
}

/** The page docs/security/access.md. */
export function accessDocument(): string {
  const people = callers.map(
    (caller) => `| ${caller} | ${callerKinds[caller].roles.join(', ')} | ${callerKinds[caller].who} |`,
  );
  const states = Object.entries(recordKinds).flatMap(([kind, all]) =>
    Object.entries(all).map(([state, meaning]) => `| ${kind} | ${state} | ${meaning} |`),
  );
  return [
    head,
    '## Who asks\n',
    table(['who', 'roles', 'what they are'], people),
    '## About what\n',
    'All of it belongs to the organisation of the representative, the editor and the viewer.\n',
    table(['record', 'state', 'what it is'], states),
    ...tablesOfRoutes(),
  ].join('\n');
}
