import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  approve,
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

    const provisional = await beginVersion(drafter, { from: `${lastYear}, versie 1`, as: `Voorlopig plan ${year}` });
    await requireSteps(drafter, ['Ministerraad']);
    // Whoever drafts is not offered to approve.
    await submit(drafter);
    assert.equal(await drafter.getByRole('button', { name: 'Keur goed' }).count(), 0);

    const reason = 'Maak van 2.2 de sluitpost: het totaal kan nog wijzigen.';
    await sendBack(second, provisional.path, reason);
    await visit(drafter, provisional.path);
    await drafter.getByText(reason).waitFor();
    await saveLines(drafter, async (editor) => {
      await editor.getByLabel(`Soort, lijn ${balancingLine}`, { exact: true }).selectOption('balancing');
    });
    await submit(drafter);

    await approve(second, provisional.path);
    // The Council has not deliberated yet: the decree cannot come.
    await second.getByText('Wacht op de stappen die nog openstaan').waitFor();
    assert.equal(await second.getByRole('button', { name: 'Laat in werking treden' }).count(), 0);
    await recordStep(second, 'Ministerraad', { on: '2018-07-13', reference: 'Notificatie 2018A70360.012' });
    await enterIntoForce(second, { reference: 'Koninklijk besluit 19.07.2018 (journey)', on: '2018-07-19' });
    await recordStep(second, 'Belgisch Staatsblad', { on: '2018-08-02', reference: 'Belgisch Staatsblad, p. 60 921' });

    // A scenario that is adopted as a version belongs here.

    const definitive = await beginVersion(drafter, { from: provisional.name, as: `Definitief plan ${year}` });
    assert.notEqual(definitive.path, provisional.path);
    const council = drafter.getByRole('listitem').filter({ hasText: 'Ministerraad' });
    assert.match(await council.innerText(), /nog te doen/);
    await saveLines(drafter, async (editor) => {
      await editor.getByLabel('Totaal', { exact: true }).fill('185.300.000');
      await editor.getByLabel(`Bedrag, lijn ${balancingLine}`, { exact: true }).fill('26.832.507');
    });
    await submit(drafter);
    await approve(second, definitive.path);
    await recordStep(second, 'Ministerraad', { on: '2019-06-28', reference: 'Notificatie 2019A70400.004' });
    await enterIntoForce(second, {
      reference: 'Koninklijk besluit 07.07.2019 (journey)',
      on: '2019-07-07',
      accounts: 'Algemene vergadering van 21 mei 2019',
    });
    assert.match(await second.locator('main').innerText(), /Algemene vergadering van 21 mei 2019/);
    await visit(second, provisional.path);
    await second.getByText('Vervangen door een latere versie.').waitFor();

    const visitor = await browser.page();
    await untilPublic(visitor, definitive.number);
    await visit(visitor, `/nl/verdelingsplan/${year}`);
    assert.match((await visitor.locator('main').innerText()).replaceAll(/\s/g, ' '), /€ ?185\.300\.000/);

    // The public page with the differences of the two versions belongs here.

    for (const page of [drafter, second, visitor]) assert.deepEqual(page.faults, []);
  });
});

/** The register is recomputed a moment after the decree. */
async function untilPublic(page, number) {
  for (let tries = 0; tries < 60; tries += 1) {
    const answer = await page.request.get(`/api/register/plans/${year}`);
    if (answer.ok() && (await answer.json()).number === number) return;
    await page.waitForTimeout(500);
  }
  throw new Error(`The register does not show version ${number} of ${year}.`);
}
