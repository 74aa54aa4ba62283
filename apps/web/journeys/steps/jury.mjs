import { signInAs } from '../support/people.mjs';
import { visit } from '../support/visit.mjs';

/** Finds the only waiting file of a call admissible. */
export async function admit(page, call) {
  await visit(page, `${call.path}/screening`);
  await page.locator('tbody tr').first().getByRole('button').first().click();
  await page.locator('tbody').getByText('Ontvankelijk', { exact: true }).first().waitFor();
}

/** Gives the file to these reviewers, from the proposal that the page computes. */
export async function assignReviewers(page, call, reviewers) {
  await visit(page, `${call.path}/reviewers`);
  for (const name of reviewers) await page.getByRole('checkbox', { name: new RegExp(name) }).check();
  await page.getByLabel('Lezers per dossier').selectOption(String(reviewers.length));
  await page.getByRole('button', { name: 'Toon een voorstel' }).click();
  await page.getByRole('button', { name: /toewijzen en verwittigen/ }).click();
  await page
    .getByText(/beoordeling(en)? (is|zijn) toegewezen/)
    .first()
    .waitFor();
}

/** A reviewer declares on the file, scores every criterion, and sends. */
export async function review(page, reviewer, title, score) {
  await signInAs(page, reviewer, '/nl/work/reviews/declare');
  const rows = page.locator('li').filter({ has: page.getByRole('combobox') });
  const row = rows.filter({ hasText: title });
  // The other files stay as they were: other journeys read and declare them.
  for (const choice of await rows.getByRole('combobox').all()) await choice.selectOption('later');
  await row.getByRole('combobox').selectOption('none');
  await page.getByRole('button', { name: /^Dit verklaren voor/ }).click();
  await row.waitFor({ state: 'detached' });

  await visit(page, '/nl/work/reviews');
  await page.getByRole('link', { name: title }).first().click();
  const criteria = page.locator('[data-criterion]');
  await criteria.first().waitFor();
  for (const criterion of await criteria.all()) {
    await criterion.getByRole('radio').nth(score).check({ force: true });
    await criterion.getByLabel('Waarom deze punten?').fill('Een plan dat de buurt echt samenbrengt en haalbaar is.');
  }
  await page.getByRole('button', { name: 'Deze beoordeling versturen' }).click();
  await page.getByText('Uw beoordeling is verstuurd').waitFor();
}
