import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { useBrowser } from './support/browser.mjs';
import { visit } from './support/visit.mjs';

const digits = (text) => text.replaceAll(/[^\d]/g, '');

describe('the public register', () => {
  const browser = useBrowser();

  test('shows the real plan of 2017, which adds up to € 185 362 018', async () => {
    const page = await browser.page();
    await visit(page, '/nl/verdelingsplan/2017');
    const { lines, totalCents } = await (await page.request.get('/api/register/plans/2017')).json();
    assert.equal(totalCents, 185_362_018_00);
    assert.equal(
      lines.reduce((sum, { amountCents }) => sum + (amountCents ?? 0), 0),
      totalCents,
    );
    const text = await page.locator('main').innerText();
    assert.match(text.replaceAll(/\s/g, ' '), /€ ?185\.362\.018/);
    // 27.44 % of the total, 0.8428 % of that, the rest by the key of 2017: to the euro.
    for (const [code, euros] of [
      ['1.4.1', 428_676],
      ['1.4.2', 30_099_406],
      ['1.4.3', 20_335_256],
    ]) {
      assert.equal(lines.find((line) => line.code === code).amountCents, euros * 100);
      assert.ok(digits(text).includes(String(euros)), `${euros} is on the page`);
    }
    assert.equal(428_676 + 30_099_406 + 20_335_256, Math.round(185_362_018 * 0.2744));
  });

  test('is readable without JavaScript, in four languages', async () => {
    const context = await (await browser.page())
      .context()
      .browser()
      .newContext({ javaScriptEnabled: false, baseURL: process.env.COMMONLOT_URL });
    const page = await context.newPage();
    for (const [path, words] of [
      ['/nl', 'Waar gaat het geld'],
      ['/fr', 'Où va l’argent'],
      ['/de', 'Wohin'],
      ['/en', 'Where'],
    ]) {
      await page.goto(path);
      const text = await page.locator('main').innerText();
      assert.match(text, new RegExp(words, 'i'));
      assert.match(text.replaceAll(/\s/g, ' '), /185[., {2}]300[., {2}]000/);
      assert.ok((await page.locator('[data-line]').count()) > 20, 'the lines of the plan are in the page');
    }
    await page.goto('/nl/toekenningen?search=tuin');
    assert.ok((await page.locator('main').innerText()).includes('€'));
    await context.close();
  });

  test('finds an award by words without accents and by its organisation', async () => {
    const page = await browser.page();
    const { rows } = await (await page.request.get('/api/register/awards?limit=1')).json();
    await visit(page, `/nl/toekenningen?search=${encodeURIComponent(rows[0].organisationName)}`);
    await page.getByRole('link', { name: rows[0].title }).first().click();
    await page.waitForURL(`**/${rows[0].number}`);
    await page.getByRole('heading', { level: 1, name: rows[0].title }).waitFor();
    assert.deepEqual(page.faults, []);
  });
});
