import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { languages } from '@commonlot/domain';
import {
  inOtherLanguage,
  languageOf,
  pathPattern,
  pathTo,
  queryText,
  type RouteName,
  routeNames,
  routeOf,
} from './paths';
import { publicRoutes } from './public-paths';
import { workRoutes } from './work-paths';

const filled = (pattern: string) => pattern.replace(/:(\w+)/g, 'value-of-$1');

it.each(languages)('gives every page an address of its own in %s', (language) => {
  const patterns = routeNames.map((name) => pathPattern(name, language).replace(/:\w+/g, ':'));
  expect(new Set(patterns).size).toBe(routeNames.length);
});

it('names parameters alike in every language', () => {
  const paramsOf = (name: RouteName, language: (typeof languages)[number]) =>
    [...pathPattern(name, language).matchAll(/:\w+/g)].map(String);
  for (const name of routeNames) {
    for (const language of languages) expect(paramsOf(name, language)).toEqual(paramsOf(name, 'en'));
  }
});

it.each(languages)('finds every page back from its address in %s', (language) => {
  for (const name of routeNames) {
    expect(routeOf(filled(pathPattern(name, language)))?.name).toBe(name);
  }
});

it('keeps page, parameters and filters when the language changes', () => {
  expect(inOtherLanguage('/nl/toekenningen/2026-C01-0042', '', 'fr')).toBe('/fr/octrois/2026-C01-0042');
  expect(inOtherLanguage('/nl/toekenningen', '?jaar=2026', 'de')).toBe('/de/bewilligungen?jaar=2026');
  expect(inOtherLanguage('/nl/work/calls/7/ranking', '', 'en')).toBe('/en/work/calls/7/ranking');
});

it('leads to the home page of the other language from an address that is none of ours', () => {
  expect(inOtherLanguage('/nl/bestaat-niet', '?a=1', 'fr')).toBe('/fr');
});

it('writes parameters so that they cannot leave their place in the path', () => {
  expect(pathTo('award', 'nl', { number: '../work?x=1' })).toBe('/nl/toekenningen/..%2Fwork%3Fx%3D1');
});

it('takes fixed words before parameters', () => {
  expect(routeOf('/en/work/reviews/declare')?.name).toBe('declare');
  expect(routeOf('/en/work/plans/import')?.name).toBe('import-plan');
  expect(routeOf('/en/work/organisations/new')?.name).toBe('new-organisation');
});

it('knows the language by the first part of the address only', () => {
  expect(languageOf('/')).toBeNull();
  expect(languageOf('/nlx/work')).toBeNull();
  expect(languageOf('/de')).toBe('de');
});

it('leaves empty values out of the query', () => {
  expect(queryText({ a: '', b: null, c: undefined })).toBe('');
  expect(queryText({ a: 'x y', b: 2 })).toBe('?a=x+y&b=2');
});

it('names a file that exists for every page', () => {
  const files = [...Object.values(publicRoutes), ...Object.values(workRoutes)].map((route) => route.file);
  const missing = files.filter((file) => !existsSync(fileURLToPath(new URL(`../../${file}`, import.meta.url))));
  expect(missing).toEqual([]);
});
