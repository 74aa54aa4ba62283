import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  adoptScenario,
  approve,
  balanceLastLine,
  beginVersion,
  enterIntoForce,
  recordStep,
  requireSteps,
  saveLines,
  sendBack,
  submit,
} from './steps/plan.mjs';
import { useBrowser } from './support/browser.mjs';
import { people, signInAs } from './support/people.mjs';
import { visit } from './support/visit.mjs';

/** The plan of 2018 is nobody else's: other journeys count on the years of the seed. */
const [lastYear, year] = [2017, 2018];
const balancingLine = '2.2';

describe('the way of a plan from its draft to its decree', () => {
  const browser = useBrowser();

  test('next year’s plan goes back once, waits for the Council, and is followed by the definitive one', {
    timeout: 180_000,
  }, async () => {
    const drafter = await browser.page();
    await signInAs(drafter, people.adviser);
    const second = await browser.page();
    await signInAs(second, people.minister);
    const visitor = await browser.page();

    const provisional = await beginVersion(drafter, { from: `${lastYear}, versie 1`, as: `Voorlopig plan ${year}` });
    await draftProvisional(drafter, second, provisional);
    await decree(second, provisional);
    const definitive = await beginVersion(drafter, { from: provisional.name, as: `Definitief plan ${year}` });
    assert.notEqual(definitive.path, provisional.path);
    await followDefinitive(drafter, second, definitive);
    await visit(second, provisional.path);
    await second.getByText('Vervangen door een latere versie.').waitFor();

    await untilPublic(visitor, definitive.number);
    await readChanges(visitor, provisional);
    for (const page of [drafter, second, visitor]) assert.deepEqual(page.faults, []);
  });
});

/** It goes back once with a reason, takes over a scenario, and is handed in again. */
async function draftProvisional(drafter, second, { path }) {
  await requireSteps(drafter, ['Ministerraad']);
  // Whoever drafts is not offered to approve.
  await submit(drafter);
  assert.equal(await drafter.getByRole('button', { name: 'Keur goed' }).count(), 0);

  const reason = 'Maak van 2.2 de sluitpost: het totaal kan nog wijzigen.';
  await sendBack(second, path, reason);
  await visit(drafter, path);
  await drafter.getByText(reason).waitFor();
  await saveLines(drafter, () => balanceLastLine(drafter, balancingLine));
  await adoptScenario(drafter, path, { name: 'Vijf procent minder', percent: '-5' });
  await visit(drafter, path);
  await drafter
    .getByText(/176\.093\.917/)
    .first()
    .waitFor();
  await submit(drafter);
}

async function decree(second, { path }) {
  await approve(second, path);
  // The Council has not deliberated yet: the decree cannot come.
  await second.getByText('Wacht op de stappen die nog openstaan').waitFor();
  assert.equal(await second.getByRole('button', { name: 'Laat in werking treden' }).count(), 0);
  await recordStep(second, 'Ministerraad', { on: '2018-07-13', reference: 'Notificatie 2018A70360.012' });
  await enterIntoForce(second, { reference: 'Koninklijk besluit 19.07.2018 (journey)', on: '2018-07-19' });
  await recordStep(second, 'Belgisch Staatsblad', { on: '2018-08-02', reference: 'Belgisch Staatsblad, p. 60 921' });
}

/** The total is known now; the balancing line follows it by its formula. */
async function followDefinitive(drafter, second, { path }) {
  const council = drafter.getByRole('listitem').filter({ hasText: 'Ministerraad' });
  assert.match(await council.innerText(), /nog te doen/);
  await saveLines(drafter, (editor) => editor.getByLabel('Totaal', { exact: true }).fill('185.300.000'));
  await submit(drafter);
  await approve(second, path);
  await recordStep(second, 'Ministerraad', { on: '2019-06-28', reference: 'Notificatie 2019A70400.004' });
  const accounts = 'Algemene vergadering van 21 mei 2019';
  await enterIntoForce(second, { reference: 'Koninklijk besluit 07.07.2019 (journey)', on: '2019-07-07', accounts });
  assert.ok((await second.locator('main').innerText()).includes(accounts));
}

/** What everybody reads: the plan as it is now, and what the definitive one changed. */
async function readChanges(visitor, { number }) {
  const textOf = async (place) => (await place.innerText()).replaceAll(/\s/g, ' ');
  await visit(visitor, `/nl/verdelingsplan/${year}`);
  assert.match(await textOf(visitor.locator('main')), /185\.300\.000/);
  await visitor.locator(`a[href$="/wijzigingen/${year}-${number}"]`).first().click();
  await visitor.waitForURL(/\/wijzigingen/);
  await visitor.locator('tbody tr').first().waitFor();
  const changes = await textOf(visitor.locator('main'));
  for (const amount of ['176.093.917', '185.300.000']) assert.ok(changes.includes(amount), `${amount} is told`);
  // The balancing line alone takes the difference of the two totals.
  const moved = visitor.locator('tbody tr').filter({ hasText: balancingLine });
  assert.match(await textOf(moved.first()), /9\.206\.083/);
}

/** The register is recomputed a moment after the decree. */
async function untilPublic(page, number) {
  for (let tries = 0; tries < 60; tries += 1) {
    const answer = await page.request.get(`/api/register/plans/${year}`);
    if (answer.ok() && (await answer.json()).number === number) return;
    await page.waitForTimeout(500);
  }
  throw new Error(`The register does not show version ${number} of ${year}.`);
}
