import assert from 'node:assert/strict';
import { visit } from '../support/visit.mjs';

/** The officer makes decisions of the ranking and hands them to the minister's office. Returns the page of the batch. */
export async function prepareFromRanking(page, call) {
  await visit(page, `${call.path}/ranking`);
  await page.getByText('Alle beoordelingen zijn binnen').waitFor();
  await page.getByRole('button', { name: 'Beslissingen voorbereiden' }).click();
  return handOver(page);
}

/** From the page of a batch in preparation to the minister's office. */
export async function handOver(page) {
  await page.waitForURL(/\/work\/decisions\/[0-9a-f-]{36}$/);
  await page.getByRole('button', { name: 'Overmaken aan het kabinet' }).click();
  await page.getByText('Wacht op handtekening').first().waitFor();
  return new URL(page.url()).pathname;
}

/** The minister's office opens the only file of a batch, decides with its own reasons, and saves. */
export async function decide(page, batch, { reason, publicReason }) {
  await visit(page, batch);
  await page.locator('tbody').getByRole('link').first().click();
  await page.waitForURL(/\/files\//);
  await page.getByLabel('Motivering van de beslissing').fill(reason);
  await page.getByLabel('Motivering voor het openbare register').fill(publicReason);
  for (const criterion of await page.locator('textarea[name^="criterionReasons"]').all()) {
    await criterion.fill('De jury vond dit onderdeel goed uitgewerkt; wij volgen haar advies.');
  }
  await page.getByRole('button', { name: 'Opslaan', exact: true }).click();
  // Exactly: what is not saved yet says so with the same word.
  await page.getByText('Opgeslagen', { exact: true }).first().waitFor();
}

/** Signs and releases a batch; between the two the letters are written. */
export async function signAndRelease(page, batch) {
  await visit(page, batch);
  await page.getByRole('button', { name: 'Ondertekenen…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Titel onder de handtekening').fill('Voor de minister, bij delegatie');
  await dialog.getByRole('button', { name: /ondertekenen$/ }).click();
  await page.getByText('Alle brieven zijn geschreven').waitFor();
  await page.getByRole('button', { name: 'Vrijgeven…' }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /vrijgeven$/ })
    .click();
  await page.getByText(/brief is vrijgegeven|brieven zijn vrijgegeven/).waitFor();
}

/** The applicant reads the decision, its reason and the letter, a PDF in the language of the file. */
export async function readDecision(page, application, { amount, reason }) {
  await visit(page, application);
  await page.getByText('De subsidie is toegekend').waitFor();
  const text = (await page.locator('main').innerText()).replaceAll(/\s/g, ' ');
  assert.match(text, amount);
  assert.ok(text.includes(reason), 'the reason is on the page');
  const letter = await page.request.get(
    await page.getByRole('link', { name: /Brief downloaden/ }).getAttribute('href'),
  );
  assert.equal(letter.status(), 200);
  const bytes = await letter.body();
  assert.equal(bytes.subarray(0, 5).toString(), '%PDF-');
  assert.match(bytes.toString('latin1'), /\/Lang ?\(nl/);
  assert.match(bytes.toString('latin1'), /\/StructTreeRoot/);
}
