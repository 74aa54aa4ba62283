import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from '../repository.mjs';

const page = join(repository, 'docs/security/accepted-findings.md');

/** The advisories that docs/security/accepted-findings.md gives a reason for. */
export const acceptedAdvisories = () => [
  ...new Set(readFileSync(page, 'utf8').match(/GHSA(?:-[0-9a-z]{4}){3}/g) ?? []),
];

/**
 * What `npm audit --json` found, one line for each advisory that nobody accepted. Null: the registry gave no answer,
 * and nothing is known.
 *
 * @param {string} report
 * @param {readonly string[]} accepted
 * @returns {string[] | null}
 */
export function openAdvisories(report, accepted) {
  let vulnerabilities;
  try {
    ({ vulnerabilities } = JSON.parse(report));
  } catch {
    return null;
  }
  if (vulnerabilities === undefined) return null;
  const all = Object.values(vulnerabilities).flatMap(({ via }) => via.filter((each) => typeof each === 'object'));
  const lines = all
    .filter(({ url }) => !accepted.includes(url?.split('/').at(-1)))
    .map(({ name, severity, title, url }) => `${severity}: ${name}: ${title} (${url})`);
  return [...new Set(lines)].sort();
}
