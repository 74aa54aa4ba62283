import { ready, visit } from '../support/visit.mjs';

const press = (place, name) => place.getByRole('button', { name, exact: true }).click();
const closed = (page) => page.getByRole('dialog').waitFor({ state: 'detached' });
const inState = (page, word) => page.locator('main header').getByText(word, { exact: true }).waitFor();

/** Begins a version from the one of this name in the list. Returns where it stands. */
export async function beginVersion(page, { from, as }) {
  await visit(page, '/nl/work/plans');
  const row = page.locator('tbody tr').filter({ has: page.getByRole('link', { name: from, exact: true }) });
  await press(row, 'Nieuwe versie');
  await press(page.getByRole('dialog'), as);
  await page.waitForURL(/\/work\/plans\/[0-9a-f-]{36}$/);
  await ready(page);
  await inState(page, 'ontwerp');
  const head = await page.locator('main header').innerText();
  const number = Number(/Versie (\d+)/i.exec(head)[1]);
  const year = /Verdelingsplan (\d{4})/.exec(head)[1];
  return { path: new URL(page.url()).pathname, number, name: `${year}, versie ${number}` };
}

/** Says which steps the version requires. */
export async function requireSteps(page, names) {
  await press(page, 'Stappen kiezen');
  for (const name of names) await page.getByRole('dialog').getByRole('checkbox', { name }).check();
  await press(page.getByRole('dialog'), 'Opslaan');
  await closed(page);
}

/** Changes the draft in its editor, and saves it. */
export async function saveLines(page, change) {
  const editor = page.locator('section').filter({ has: page.getByRole('heading', { name: 'Lijnen van het plan' }) });
  await change(editor);
  const saved = page.waitForResponse((response) => response.url().endsWith('/lines') && response.status() === 200);
  await press(editor, 'Opslaan');
  await saved;
  // Until the page has read it back it stops whoever leaves, and a press would be of the version that was.
  await page.waitForFunction(() => !Object.keys(localStorage).some((key) => key.startsWith('commonlot.kept.plan.')));
  await visit(page, new URL(page.url()).pathname);
}

/** Makes the last line the one that takes what all others leave, by its kind and by a formula. */
export async function balanceLastLine(page, code) {
  // Only the rows in sight are in the page.
  await page.getByRole('treegrid').locator('[data-cell][tabindex="0"]').focus();
  await page.keyboard.press('Control+End');
  const row = page.locator('[data-key]').filter({ has: page.getByRole('button', { name: `Alles over lijn ${code}` }) });
  await row.locator('[data-cell="kind"]').dblclick();
  await row.getByLabel(`Soort, lijn ${code}`, { exact: true }).selectOption('balancing');
  await page.keyboard.press('Enter');
  await press(row, `Alles over lijn ${code}`);
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Hoe het bedrag ontstaat').selectOption('balance');
  await press(dialog, 'Klaar');
  await closed(page);
}

/** Begins a scenario in which only the total changes, saves it, and lets the draft adopt it. */
export async function adoptScenario(page, path, { name, percent }) {
  await visit(page, `${path}/scenarios`);
  await page.getByLabel('Naam van het scenario').fill(name);
  await press(page, 'Beginnen');
  await page.waitForURL(/\/scenarios\/[0-9a-f-]{36}$/);
  await ready(page);
  await press(page, 'Het totaal verandert');
  await page.getByLabel('Wijziging in procent').fill(percent);
  await press(page, 'Opslaan');
  await press(page, 'Overnemen');
  await press(page.getByRole('dialog'), 'Overnemen');
  await page.waitForURL(/\/work\/plans\/[0-9a-f-]{36}$/);
}

export async function submit(page) {
  await press(page, 'Dien in');
  await inState(page, 'ingediend');
}

export async function sendBack(page, path, reason) {
  await visit(page, path);
  await press(page, 'Stuur terug');
  await page.getByRole('dialog').getByLabel('Waarom?').fill(reason);
  await press(page.getByRole('dialog'), 'Stuur terug');
  await inState(page, 'ontwerp');
}

export async function approve(page, path) {
  await visit(page, path);
  await press(page, 'Keur goed');
  await inState(page, 'goedgekeurd');
}

/** Fills in on which day a step was done, and how it is found. */
export async function recordStep(page, name, { on, reference }) {
  await press(page, `Vul in: ${name}`);
  await page.getByRole('dialog').getByLabel('Op welke dag?').fill(on);
  await page.getByRole('dialog').getByLabel('Referentie').fill(reference);
  await press(page.getByRole('dialog'), 'Opslaan');
  await closed(page);
  await page.getByText(reference).waitFor();
}

/** Puts an approved version in force by its decree; a definitive one after the accounts. */
export async function enterIntoForce(page, { reference, on, accounts }) {
  await press(page, 'Laat in werking treden');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Koninklijk besluit').fill(reference);
  await dialog.getByLabel('Datum van het besluit').fill(on);
  if (accounts !== undefined) await dialog.getByLabel('Goedkeuring van de rekeningen').fill(accounts);
  await press(dialog, 'Laat in werking treden');
  await inState(page, 'in werking');
}
