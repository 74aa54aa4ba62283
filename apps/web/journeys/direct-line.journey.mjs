import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { decide, handOver, signAndRelease } from './steps/decision.mjs';
import { useBrowser } from './support/browser.mjs';
import { people, signInAs } from './support/people.mjs';
import { awardedOnLine, untilAwarded } from './support/register.mjs';
import { visit } from './support/visit.mjs';

const line = '3.4';
const publicReason = 'Werking van het centrum in het lopende jaar, zoals het plan voorziet.';

describe('the way of a euro through a direct line', () => {
  const browser = useBrowser();

  test('from the plan line to the public page, without a call', { timeout: 120_000 }, async () => {
    const visitor = await browser.page();
    const before = await awardedOnLine(visitor, line);

    const officer = await browser.page();
    await signInAs(officer, people.officer);
    await visit(officer, '/nl/work/direct-files/new');
    const select = officer.getByLabel('Lijn van het plan');
    const option = select.locator('option', { hasText: ` · ${line} ` }).first();
    await select.selectOption(await option.getAttribute('value'));
    await officer.getByLabel('Begunstigde').fill('Eerste Hulp');
    await officer.getByRole('button', { name: /^Kies Eerste Hulp Samen/ }).click();
    await officer.getByRole('radio', { name: 'Nederlands' }).check();
    const title = `Werking van het centrum ${Date.now() % 100_000}`;
    await officer.getByLabel('Titel').fill(title);
    await officer
      .getByLabel('Waarvoor het geld dient')
      .fill('Werking van het centrum gedurende het lopende jaar, in heel België.');
    await officer.getByLabel('Bedrag').fill('250.000');
    await officer.getByRole('button', { name: 'Dossier beginnen' }).click();
    await officer.waitForURL(/direct-files\/[0-9a-f-]{36}$/);
    await officer
      .getByRole('button', { name: 'Bewaren en voorstellen ter beslissing' })
      .or(officer.getByRole('button', { name: /voorstellen ter beslissing/ }))
      .first()
      .click();
    await officer.getByRole('button', { name: 'Beslissing voorbereiden' }).click();
    const batch = await handOver(officer);

    const minister = await browser.page();
    await signInAs(minister, people.adviser);
    await decide(minister, batch, {
      reason: 'Het plan noemt deze begunstigde; het dossier toont waarvoor het geld dient.',
      publicReason,
    });
    await signAndRelease(minister, batch);

    await untilAwarded(visitor, line, before + 250_000_00);
    await visit(visitor, `/nl/toekenningen?search=${encodeURIComponent(title)}`);
    await visitor.getByRole('link', { name: title }).first().click();
    await visitor.getByRole('heading', { level: 1, name: title }).waitFor();
    assert.ok((await visitor.locator('main').innerText()).includes(publicReason));
    for (const page of [visitor, officer, minister]) assert.deepEqual(page.faults, []);
  });
});
