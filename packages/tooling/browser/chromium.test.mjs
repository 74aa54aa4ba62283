import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launchBrowser } from './chromium.mjs';

let browser;
before(async () => {
  browser = await launchBrowser();
});
after(() => browser?.close());

test('the browser runs a page with its script and shows it', async () => {
  const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
  await page.goto(`data:text/html;charset=utf-8,<h1>Li%C3%A8ge</h1><script>document.title = [1, 2, 3].at(-1)</script>`);
  assert.equal(await page.title(), '3');
  assert.equal(await page.getByRole('heading').innerText(), 'Liège');
  const picture = await page.screenshot();
  assert.deepEqual([...picture.subarray(1, 4)].map((byte) => String.fromCharCode(byte)).join(''), 'PNG');
  assert.ok(picture.length > 2000, 'the picture is not empty');
});

test('CHROMIUM_PATH that names nothing is refused in a sentence', async () => {
  process.env.CHROMIUM_PATH = '/nowhere/chromium';
  await assert.rejects(launchBrowser(), /CHROMIUM_PATH names/);
  delete process.env.CHROMIUM_PATH;
});
