import { ready, visit } from './visit.mjs';

/** Signs in as a person of the demonstration and lands on their work list. */
export async function signInAs(page, name, returnPath = '/nl/work') {
  await visit(page, `/nl/aanmelden?return=${encodeURIComponent(returnPath)}`);
  await page.getByRole('button', { name: `Aanmelden als ${name}` }).click();
  await page.waitForURL((url) => url.pathname === returnPath.split('?')[0]);
  await ready(page);
}

/** Opens an account as a stranger does: sign up, read the mail, confirm. Returns with the work list open. */
export async function signUp(page, { name, email, password }) {
  await visit(page, '/nl/account-aanmaken');
  await page.getByLabel('Voornaam en naam').fill(name);
  await page.getByLabel('E-mailadres').fill(email);
  await page.getByLabel('Kies een wachtwoord').fill(password);
  await page.getByRole('button', { name: 'Maak het account' }).click();
  await page.getByRole('heading', { name: 'Kijk in uw mail' }).waitFor();
  await followMail(page, email);
  await page.getByRole('button', { name: 'Bevestig mijn adres' }).click();
  await page.waitForURL('**/nl/work');
  await ready(page);
}

/** Opens the newest mail to an address and follows its first link. The worker sends within a moment. */
export async function followMail(page, email) {
  await visit(page, `/nl/dev/mail?to=${encodeURIComponent(email)}`);
  await page.locator('main a[href*="token="]').first().click();
  await page.waitForURL('**?token=*');
  await ready(page);
}

/** The signed-in names of the seed. */
export const people = {
  officer: 'Lotte Verhaeghe',
  secondOfficer: 'Benoît Marchandise',
  minister: 'Philippe Lambrecht',
  adviser: 'Katrien Dewolf',
  controller: 'Sofie Maesschalck',
  auditor: 'Marc Thyssens',
  administrator: 'Nadia El Amrani',
  applicant: 'Hilde Vandenbossche',
  reviewers: ['Amélie Duvivier', 'Jan Opdebeeck'],
};
