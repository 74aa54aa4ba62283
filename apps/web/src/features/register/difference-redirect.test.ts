import type { LoaderFunctionArgs } from 'react-router';
import { inOtherLanguage, pathTo } from '../../shared/paths/paths';
import { loader } from './difference-redirect';

/** Where an address of before leads, without asking the API: whatever it names is in the address. */
async function leadsTo(address: string) {
  const url = new URL(address, 'http://localhost');
  const year = url.pathname.split('/')[3] ?? '';
  try {
    await loader({ request: new Request(url), url, params: { year } } as unknown as LoaderFunctionArgs);
  } catch (answer) {
    if (answer instanceof Response) return [answer.status, answer.headers.get('location')];
  }
  return null;
}

test.each([
  ['/nl/verdelingsplan/2026/wijzigingen?from=1&to=2', '/nl/verdelingsplan/2026-2/wijzigingen/2026-1'],
  ['/fr/plan-de-repartition/2026/modifications?from=2025&to=2', '/fr/plan-de-repartition/2026-2/modifications/2025'],
  ['/de/verteilungsplan/2026/aenderungen?from=2025-3', '/de/verteilungsplan/2026/aenderungen/2025-3'],
  ['/en/distribution-plan/2026/changes?from=999&all=1', '/en/distribution-plan/2026/changes/2026-999?all=1'],
])('%s has moved for good to %s', async (before, after) => {
  expect(await leadsTo(before)).toEqual([301, after]);
});

test.each(['26', '2026-1', 'x'])('the year %s is none', async (year) => {
  expect((await leadsTo(`/en/distribution-plan/${year}/changes?from=1`))?.[0]).not.toBe(301);
});

test('the address of a difference names both versions, and keeps them when the language changes', () => {
  expect(inOtherLanguage('/nl/verdelingsplan/2026-2/wijzigingen/2025-1', '?all=1', 'fr')).toBe(
    '/fr/plan-de-repartition/2026-2/modifications/2025-1?all=1',
  );
  expect(pathTo('plan-difference', 'nl', { to: '2026-2', from: '2026' })).toBe(
    '/nl/verdelingsplan/2026-2/wijzigingen/2026',
  );
});
