import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, test } from 'node:test';
import { useBrowser } from './support/browser.mjs';
import { guideRoles, signInQuickly } from './support/guide-screens.mjs';
import { guideFolder, guidePage, interfaceWords, isQuoted, picturesKept, readGuide } from './support/guide-text.mjs';
import { interfaceOf } from './support/interface.mjs';
import { visit } from './support/visit.mjs';

const languages = ['nl', 'fr'];
/** Set to a folder (from the checkout) to make the pictures of the guide anew. */
const pictures = process.env.GUIDE_PICTURES ? resolve(guideFolder, '../..', process.env.GUIDE_PICTURES) : null;
const mostBytes = 3_000_000;

describe('the guide', () => {
  const browser = useBrowser();

  for (const [role, { who, screens }] of Object.entries(guideRoles)) {
    test(`quotes to the ${role} what the screens say`, { timeout: 120_000 }, async () => {
      const page = await browser.page({ width: 1000, height: 620 });
      // What the server wrote is read on an empty page: those of the product let no script make elements of a text.
      const reader = await browser.page();
      if (who !== null) await signInQuickly(page, who);
      const known = await screens(interfaceOf(page));
      const faults = [];
      for (const language of languages) {
        const { parts } = readGuide(guidePage(language, role));
        const named = parts.map(({ screen }) => screen);
        if (String(named) !== String(Object.keys(known))) faults.push(`${language}: the screens are ${named}`);
        for (const { screen, quoted, pictures: shown } of parts.filter((part) => known[part.screen])) {
          const texts = await textsOf({ page, reader }, known[screen], language);
          const missing = quoted.filter((words) => !texts.some((text) => isQuoted(words, text)));
          faults.push(...missing.map((words) => `${language}, ${screen}: **${words}** is not there`));
          const own = `../images/${language}/${role}-${screen}.png`;
          faults.push(...shown.filter((path) => path !== own).map((path) => `${language}, ${screen}: ${path}`));
          if (pictures !== null && shown.includes(own))
            await takePicture(page, known[screen], `${language}/${role}-${screen}`);
        }
      }
      assert.deepEqual([...faults, ...page.faults], []);
    });
  }

  test('has one page for each role and language, and quotes nothing before it names a screen', () => {
    const pages = Object.keys(guideRoles)
      .map((role) => `${role}.md`)
      .sort();
    for (const language of languages) assert.deepEqual(readdirSync(join(guideFolder, language)).sort(), pages);
    assert.deepEqual(
      everyPage(({ outside }) => outside),
      [],
    );
  });

  test('puts into italics only what the interface says in that language', () => {
    const known = Object.fromEntries(languages.map((language) => [language, [...interfaceWords(language)]]));
    const unknown = everyPage(({ words }, language) =>
      words.filter((word) => !known[language].some((text) => isQuoted(word, text))),
    );
    assert.deepEqual(unknown, []);
  });

  test('has every picture that it shows, shows every picture that it has, and keeps them small', () => {
    const shown = everyPage(({ parts }) => parts.flatMap((part) => part.pictures)).map((path) =>
      path.replace(/^.*images\//, ''),
    );
    assert.deepEqual(shown.sort(), picturesKept());
    const bytes = picturesKept().map((path) => statSync(join(guideFolder, 'images', path)).size);
    assert.ok(bytes.reduce((sum, size) => sum + size, 0) < mostBytes, 'the pictures weigh too much');
  });
});

/** What `pick` finds on each page, each with the page it was found on. */
function everyPage(pick) {
  return languages.flatMap((language) =>
    Object.keys(guideRoles).flatMap((role) =>
      pick(readGuide(guidePage(language, role)), language).map((found) => `${language}/${role}.md: ${found}`),
    ),
  );
}

/** The texts of what can be pressed, filled in or read on a screen. Where nothing is pressed, as the server wrote it. */
async function textsOf({ page, reader }, screen, language) {
  const isDrawn = screen.press !== undefined || pictures !== null;
  if (isDrawn) await draw(page, screen, language);
  const html = isDrawn ? null : await writtenBy(page, screen.path(language));
  return (isDrawn ? page : reader).evaluate((written) => {
    const kinds =
      'a,button,summary,label,legend,option,h1,h2,h3,h4,h5,th,dt,caption,figcaption,p,span,strong,figure > *';
    const closed = '[hidden]:not([id^="S:"]), template, dialog:not([open])';
    const page = written === null ? document : new DOMParser().parseFromString(written, 'text/html');
    const isShown = (element) =>
      written === null ? element.matches('option') || element.checkVisibility() : element.closest(closed) === null;
    return [...page.querySelectorAll(kinds)].filter(isShown).map((element) => element.textContent);
  }, html);
}

async function writtenBy(page, path) {
  const answer = await page.request.get(path);
  assert.equal(answer.status(), 200, path);
  return answer.text();
}

/** Opens a screen in the browser, at the width of its picture, and presses what is pressed there. */
async function draw(page, { path, press, until = 'dialog[open]', width = 1000 }, language) {
  await page.setViewportSize({ width, height: 620 });
  await visit(page, path(language));
  if (press === undefined) return;
  await page.getByRole('button', { name: press[language] }).click();
  await page.locator(until).first().waitFor();
}

/** A picture of the content from its top, or from the element told; a dialog is shown with what lies under it. */
async function takePicture(page, { press, width = 1000, height = 560, from = 'main' }, name) {
  const path = join(pictures, `${name}.png`);
  mkdirSync(resolve(path, '..'), { recursive: true });
  await page.evaluate(() => document.fonts.ready);
  if (press !== undefined) return page.screenshot({ path });
  // As high as the page, so that what sticks to the edge of a window stands where it belongs.
  const whole = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width, height: whole });
  const box = await page.locator(from).first().boundingBox();
  const y = Math.max(0, Math.floor(box.y) - (from === 'main' ? 0 : 64));
  return page.screenshot({ path, clip: { x: 0, y, width, height: Math.min(height, whole - y) } });
}
