import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { accessibilityFaults } from './support/axe.mjs';
import { useBrowser } from './support/browser.mjs';
import { people, signInAs } from './support/people.mjs';
import { placesOf } from './support/places.mjs';

/** Set to a folder to keep a picture of each page; the pages are looked at, not compared. */
const pictures = process.env.PICTURES ?? null;
const looks = [
  { width: 1280, dark: false, language: 'nl' },
  { width: 390, dark: true, language: 'fr' },
  ...(pictures === null
    ? []
    : [
        { width: 1280, dark: true, language: 'fr' },
        { width: 390, dark: false, language: 'nl' },
      ]),
];

const roles = {
  public: null,
  applicant: people.applicant,
  reviewer: people.reviewers[0],
  officer: people.officer,
  minister: people.minister,
  controller: people.controller,
  auditor: people.auditor,
  administrator: people.administrator,
};

describe('every page', () => {
  const browser = useBrowser();
  for (const [role, name] of Object.entries(roles)) {
    for (const look of looks) {
      test(`of ${role} at ${look.width} px, ${look.dark ? 'dark' : 'light'}, ${look.language}, is whole and accessible`, async () => {
        const page = await browser.page({ width: look.width, dark: look.dark });
        if (name !== null) await signInAs(page, name);
        const faults = [];
        for (const [place, path] of await placesOf(page, role, look.language)) {
          const response = await page.goto(path);
          await page.locator('h1').waitFor();
          if (response === null || response.status() >= 400) faults.push(`${path}: status ${response?.status()}`);
          const overflow = await page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          );
          if (overflow > 1) faults.push(`${path}: ${overflow} px wider than the screen`);
          const missing = await page.evaluate(
            () =>
              document.body.innerText
                .match(/\b[a-z]+(?:\.[a-zA-Z-]+){1,3}\b(?=\s|$)/g)
                ?.filter((word) => !/\.(be|org|pdf|invalid|com|eu)$/.test(word)) ?? [],
          );
          for (const key of missing.filter((word) =>
            /^(shared|work|problem|field|state|task|form|action)\./.test(word),
          ))
            faults.push(`${path}: words missing for ${key}`);
          for (const fault of await accessibilityFaults(page)) faults.push(`${path}: ${fault}`);
          for (const fault of page.faults.splice(0)) faults.push(`${path}: ${fault}`);
          if (pictures !== null) await picture(page, role, place, look);
        }
        await page.context().close();
        assert.deepEqual(faults, []);
      });
    }
  }
});

async function picture(page, role, place, look) {
  const folder = join(pictures, role);
  mkdirSync(folder, { recursive: true });
  await page.screenshot({
    path: join(folder, `${place}-${look.width}-${look.dark ? 'dark' : 'light'}-${look.language}.png`),
    fullPage: true,
  });
}
