import { brusselsForm } from '../support/brussels.mjs';
import { visit } from '../support/visit.mjs';

const titles = {
  Nederlands: 'Kleine buurtprojecten',
  Français: 'Petits projets de quartier',
  Deutsch: 'Kleine Viertelprojekte',
  English: 'Small neighbourhood projects',
};

/** Writes a call under the line with this code in four languages, publishes it, and returns its number and page. */
export async function publishCall(page, { line, opensAt, closesAt, envelope, maximum }) {
  await visit(page, '/nl/work/calls');
  await page.getByRole('button', { name: 'Nieuwe oproep' }).click();
  const dialog = page.getByRole('dialog');
  const option = dialog.locator('option', { hasText: new RegExp(`^${line.replaceAll('.', '\\.')} `) }).first();
  await dialog.locator('select').selectOption(await option.getAttribute('value'));
  await dialog.getByLabel('Titel in het Nederlands').fill(titles.Nederlands);
  await dialog.getByLabel('Titel in het Frans').fill(titles.Français);
  await dialog.getByRole('button', { name: 'De oproep opstellen' }).click();
  await page.waitForURL('**/edit');

  const texts = page.locator('#texts');
  for (const [language, title] of Object.entries(titles)) {
    await page.getByRole('button', { name: new RegExp(`^${language}`) }).click();
    await texts.getByLabel(/^Titel/).fill(title);
    await texts.getByLabel(/^Samenvatting/).fill(`${title}: steun tot € 10 000.`);
    await texts.getByLabel(/^Beschrijving/).fill(`${title}. Voor iedereen die zijn straat beter maakt.`);
    await texts.getByLabel(/^Wie in aanmerking komt/).fill('Verenigingen zonder winstoogmerk met zetel in België.');
  }
  await page.getByRole('button', { name: /^Nederlands/ }).click();
  const [opensOn, opensClock] = brusselsForm(opensAt);
  const [closesOn, closesClock] = brusselsForm(closesAt);
  await page.getByLabel('Dag van opening').fill(opensOn);
  await page.getByLabel('Uur van opening').fill(opensClock);
  await page.getByLabel('Dag van sluiting').fill(closesOn);
  await page.getByLabel('Uur van sluiting').fill(closesClock);
  const money = page.locator('#money');
  await money.getByLabel('Enveloppe').fill(envelope);
  await money.getByLabel('Maximum per project').fill(maximum);
  await money.getByLabel('Hoogste aandeel van de kosten, in %').fill('80');
  await page.getByText('Klaar om te publiceren').waitFor();

  await page.getByRole('button', { name: 'Publiceren…' }).click();
  await page.getByRole('button', { name: 'Publiceren en reserveren' }).click();
  await page.waitForURL((url) => /\/work\/calls\/[0-9a-f-]{36}$/.test(url.pathname));
  const number = /\d{4}-C\d{2}/.exec(await page.locator('main header').innerText())[0];
  return { number, path: new URL(page.url()).pathname, title: titles.Nederlands };
}
