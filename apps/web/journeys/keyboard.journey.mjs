import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { useBrowser } from './support/browser.mjs';
import { atFocus, pressUntil } from './support/keyboard.mjs';
import { people } from './support/people.mjs';
import { ready, visit } from './support/visit.mjs';

/** Signs in on the page that lists the demonstration accounts, and lands on a page of the workspace. */
async function signInByKeys(page, name, path) {
  await visit(page, `/nl/aanmelden?return=${encodeURIComponent(path)}`);
  await pressUntil(page, 'Tab', (focus) => focus === `Aanmelden als ${name}`);
  await page.keyboard.press('Enter');
  await page.waitForURL(`**${path}`);
  await ready(page);
}

/** Goes with Tab to what `isThere`, presses Enter, and waits for the page that opens. */
async function follow(page, isThere, url) {
  await pressUntil(page, 'Tab', isThere);
  await page.keyboard.press('Enter');
  await page.waitForURL(url);
  await ready(page);
}

const isInDialog = () => document.activeElement.closest('dialog') !== null;

/** No mouse: what a person does who only has keys. Every stop must be visible, and nothing may hold the focus. */
describe('with the keyboard alone', () => {
  const browser = useBrowser();

  test('a visitor skips the navigation and follows the money to one award', async () => {
    const page = await browser.page();
    await visit(page, '/nl');
    await page.keyboard.press('Tab');
    assert.match(await atFocus(page), /inhoud/i, 'the first stop leads past the navigation');
    await page.keyboard.press('Enter');
    await follow(page, (focus) => focus.startsWith('Lees het volledige plan'), '**/verdelingsplan/**');
    await visit(page, '/nl/toekenningen');
    await pressUntil(page, 'Tab', (focus) => focus.startsWith('Zoeken'));
    await page.keyboard.type('tuin');
    await page.keyboard.press('Enter');
    await page.waitForURL('**q=tuin**');
    await ready(page);
    await follow(page, (_, href) => /\/toekenningen\/[^?]+$/.test(href ?? ''), /\/toekenningen\/[^?]+$/);
    assert.deepEqual(page.faults, []);
  });

  test('a volunteer opens the draft, writes, sees it saved, and goes on', async () => {
    const page = await browser.page();
    await signInByKeys(page, people.applicant, '/nl/work');
    await follow(page, (_, href) => /\/applications\/[0-9a-f-]{36}\/draft$/.test(href ?? ''), '**/draft');
    await follow(page, (focus) => focus === 'Uw project', '**/draft/idea');
    await pressUntil(page, 'Tab', (focus) => focus.startsWith('Wat gaat u doen?'));
    await page.keyboard.press('Control+End');
    await page.keyboard.type(' Met de hele straat.');
    await page
      .getByText(/^Opgeslagen/)
      .first()
      .waitFor();
    await follow(page, (focus) => focus === 'Opslaan en verdergaan', '**/draft/people');
    assert.deepEqual(page.faults, []);
  });
});

describe('with the keyboard alone, at work', () => {
  const browser = useBrowser();

  test('an officer opens a dialog, leaves it with Escape, and stands where they were', async () => {
    const page = await browser.page();
    await signInByKeys(page, people.officer, '/nl/work/calls');
    await pressUntil(page, 'Tab', (focus) => focus === 'Nieuwe oproep');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').locator('select').waitFor();
    assert.ok(await page.evaluate(isInDialog));
    await page.keyboard.press('Tab');
    assert.ok(await page.evaluate(isInDialog));
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    assert.equal(await atFocus(page), 'Nieuwe oproep');
    assert.deepEqual(page.faults, []);
  });

  test('a reviewer goes from the list to a file and back', async () => {
    const page = await browser.page();
    await signInByKeys(page, people.reviewers[1], '/nl/work/reviews');
    await pressUntil(page, 'Tab', (focus) => / verstuurd$/.test(focus));
    await page.keyboard.press('Enter');
    const isFile = (_, href) => /\/reviews\/[0-9a-f-]{36}$/.test(href ?? '');
    await follow(page, isFile, /\/reviews\/[0-9a-f-]{36}$/);
    await follow(page, (focus) => focus === 'Mijn beoordelingen', '**/nl/work/reviews');
    assert.deepEqual(page.faults, []);
  });
});
