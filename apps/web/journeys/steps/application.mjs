import assert from 'node:assert/strict';
import { unusedEnterpriseNumber } from '../support/numbers.mjs';
import { visit } from '../support/visit.mjs';

/** From the public page of the call to a draft: adds the organisation on the way. Returns the path of the draft. */
export async function startApplication(page, call, organisation) {
  await visit(page, `/nl/work/apply/${call.number}`);
  await page.getByRole('link', { name: 'Organisatie toevoegen' }).click();
  await page.getByLabel('Ondernemingsnummer').fill(unusedEnterpriseNumber());
  await page.getByLabel('Naam van de organisatie').fill(organisation);
  await page.getByLabel('Rechtsvorm').selectOption({ value: '017' });
  await page.getByLabel('Straat en nummer').fill('Kouter 1');
  await page.getByLabel('Postcode').fill('9000');
  await chooseMunicipality(page, 'Gent');
  await page.getByRole('radio', { name: 'Nederlands' }).check();
  await page.getByRole('button', { name: 'Organisatie toevoegen' }).click();
  await page.waitForURL(`**/work/apply/${call.number}*`);
  const language = page.getByRole('radio', { name: 'Nederlands' });
  await language.waitFor();
  if (!(await language.isChecked())) await language.check();
  await page.getByRole('button', { name: 'Aanvraag beginnen' }).click();
  await page.waitForURL('**/draft');
  return new URL(page.url()).pathname;
}

/** Fills in every section. In the middle of typing the line is cut once, and the page goes away while it is down. */
export async function fillIn(page, draft, { title, requested }) {
  await page.getByRole('link', { name: 'Het project van uw organisatie' }).click();
  await page.getByLabel('Naam van het project').fill(title);
  await page
    .getByText(/^Opgeslagen/)
    .first()
    .waitFor();

  await page.context().setOffline(true);
  await page.getByLabel('Wat gaat u doen?').fill('Met de hele straat een tuin aanleggen en samen onderhouden.');
  await page.getByText('Niet opgeslagen – we blijven proberen').first().waitFor();
  await page.context().setOffline(false);
  await page
    .getByText(/^Opgeslagen/)
    .first()
    .waitFor();
  const stored = await page.request.get(`/api/own-applications/${draft.split('/').at(-2)}`);
  assert.equal((await stored.json()).answers.summary, 'Met de hele straat een tuin aanleggen en samen onderhouden.');

  await page.getByLabel('Waarom is het nodig?').fill('Er is geen groen in de buurt en mensen kennen elkaar niet.');
  await chooseMunicipality(page, 'Gent', 'Waar vindt het project plaats?');
  await page.getByLabel('Wanneer begint het?').fill('2027-03-01');
  await page.getByLabel('Wanneer is het afgelopen?').fill('2027-11-30');
  await next(page);

  await page.getByLabel('Hoeveel mensen bereikt u?').fill('240');
  await page.getByRole('checkbox').first().check();
  await page.getByLabel('Hoe bereikt u hen?').fill('We gaan van deur tot deur en eten samen.');
  await next(page);

  await page.getByLabel('Kost 1', { exact: true }).fill('Planten en grond');
  await page.getByLabel('Bedrag van kost 1').fill(String(requested * 1.25).replace('.', ','));
  await page.getByLabel('Bron 1', { exact: true }).fill('Nationale Loterij');
  await page.getByLabel('Soort van bron 1').selectOption('requested');
  await page.getByLabel('Bedrag van bron 1').fill(String(requested));
  await page.getByLabel('Bron 2', { exact: true }).fill('Buurtfeest');
  await page.getByLabel('Soort van bron 2').selectOption('own');
  await page.getByLabel('Bedrag van bron 2').fill(String(requested * 0.25).replace('.', ','));
  await page.getByText('Kosten en bronnen zijn gelijk.').waitFor();
  await next(page);

  const picker = page.locator('input[type="file"]').first();
  await picker.setInputFiles({
    name: 'plan van de tuin.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.4\n%journey\n'),
  });
  await page.getByText('Ontvangen', { exact: true }).first().waitFor();
}

/** Checks the answers, declares, sends, and returns the receipt. */
export async function send(page, draft) {
  await visit(page, draft.replace(/draft$/, 'check'));
  await page.getByText('Alles is ingevuld. U kunt nu verzenden.').waitFor();
  await page.getByLabel('Ik verklaar dat deze aanvraag oprecht en volledig is.').check();
  await page.getByRole('button', { name: 'Aanvraag verzenden' }).click();
  await page.getByText('Uw aanvraag is verzonden en ontvangen').waitFor();
  return page.locator('main').innerText();
}

async function next(page) {
  await page.getByRole('button', { name: 'Opslaan en verdergaan' }).click();
  await page.waitForURL((url) => !url.href.endsWith(page.lastSection ?? ' '));
}

async function chooseMunicipality(page, name, label = 'Gemeente') {
  await page.getByRole('combobox', { name: label }).pressSequentially(name);
  await page
    .getByRole('option', { name: new RegExp(`^${name}`) })
    .first()
    .click();
}
