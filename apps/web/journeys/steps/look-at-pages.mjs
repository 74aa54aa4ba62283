import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { accessibilityFaults } from '../support/axe.mjs';
import { useBrowser } from '../support/browser.mjs';
import { signInAs } from '../support/people.mjs';
import { placesOf } from '../support/places.mjs';

/** Set to a folder to keep a picture of each page; the pages are looked at, not compared. */
const pictures = process.env.PICTURES ?? null;

/**
 * Every page is seen wide in light colours and narrow in dark ones. Its language changes from page to page, another one wide than
 * narrow, so that a run sees all four; with LOOKS=all each page is seen in each of them. A screen that several roles share
 * is seen wide by each of them, and narrow by the first; with LOOKS=all by each.
 */
const languages = ['nl', 'fr', 'de', 'en'];
const seesAll = process.env.LOOKS === 'all';
const languagesOf = (index, width) => (seesAll ? languages : [languages[(index + (width === 390 ? 1 : 0)) % 4]]);

/**
 * Declares the tests of every page of these roles.
 *
 * @param {Record<string, string | null>} roles whom each role is played by; null: somebody who is not signed in
 */
export function lookAtPages(roles) {
  describe('every page', () => {
    const browser = useBrowser();
    const firstNarrow = new Map();
    const isSeen = (place, width, role) => {
      if (seesAll || width !== 390 || place === 'missing') return false;
      if (!firstNarrow.has(place)) firstNarrow.set(place, role);
      return firstNarrow.get(place) !== role;
    };
    for (const [role, name] of Object.entries(roles)) {
      for (const width of [1280, 390]) {
        test(`of ${role} at ${width} px is whole and accessible`, async () => {
          const page = await browser.page({ width, dark: width === 390 });
          if (name !== null) await signInAs(page, name);
          const places = await placesInLanguages(page, role);
          const faults = [];
          for (const [index, [place]] of places.nl.entries()) {
            if (isSeen(place, width, role)) continue;
            for (const language of languagesOf(index, width)) {
              const [, path] = places[language][index];
              const found = await faultsOf(page, path, { isMissing: place === 'missing' });
              faults.push(...found.map((fault) => `${path}: ${fault}`));
              if (pictures !== null) await takePictures(page, role, `${place}-${width}`, language);
            }
          }
          await page.context().close();
          assert.deepEqual(faults, []);
        });
      }
    }
  });
}

async function placesInLanguages(page, role) {
  const places = {};
  for (const language of languages) places[language] = await placesOf(page, role, language);
  return places;
}

/** Everything that is wrong with a page, as it stands. */
async function faultsOf(page, path, { isMissing }) {
  const faults = [];
  const response = await page.goto(path);
  await page.locator('h1').waitFor();
  const status = response?.status() ?? 0;
  if (isMissing ? status !== 404 : status >= 400 || status === 0) faults.push(`status ${status}`);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  if (overflow > 1) faults.push(`${overflow} px wider than the screen`);
  faults.push(...(await missingWords(page)).map((key) => `no words for ${key}`));
  faults.push(...(await accessibilityFaults(page)));
  return [...faults, ...page.faults.splice(0)];
}

/** Keys that stand on the page where a word should be. */
async function missingWords(page) {
  const words = await page.evaluate(
    () => document.body.innerText.match(/\b[a-z]+(?:\.[a-zA-Z-]+){1,3}\b(?=\s|$)/g) ?? [],
  );
  return words.filter((word) => /^(shared|work|problem|field|state|task|form|action)\./.test(word));
}

async function takePictures(page, role, name, language) {
  const folder = join(pictures, role);
  mkdirSync(folder, { recursive: true });
  for (const colorScheme of ['light', 'dark']) {
    await page.emulateMedia({ colorScheme });
    await page.screenshot({ path: join(folder, `${name}-${colorScheme}-${language}.png`), fullPage: true });
  }
}
