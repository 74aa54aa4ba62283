import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { accessibilityFaults } from './support/axe.mjs';
import { useBrowser } from './support/browser.mjs';
import { interfaceOf } from './support/interface.mjs';
import { pressUntil } from './support/keyboard.mjs';
import { people, signInAs } from './support/people.mjs';
import { visit } from './support/visit.mjs';

const label = (nl, fr) => ({ nl, fr, de: '', en: '' });
const line = (code, change) => ({
  ...{ lineId: null, code, kind: 'nominative', label: label(`Lijn ${code}`, `Ligne ${code}`), amountCents: 100_00 },
  ...{ isPm: false, legalGround: '', beneficiaryNumber: null },
  ...change,
});
const heading = { kind: 'heading', amountCents: null };

/** A draft of a year that no other journey uses, three years after the newest plan. */
async function givenDraft(page, lines) {
  const { get, post, put } = interfaceOf(page);
  const { rows } = await get('/plan-versions');
  const year = Math.max(...rows.map((row) => row.year)) + 3;
  const head = { year, stage: 'provisional', totalCents: 1_000_00, fromVersionId: null, source: '', remark: null };
  const { id, revision } = await post('/plan-versions', head);
  await put(`/plan-versions/${id}/lines`, { totalCents: 1_000_00, lines, revision });
  return id;
}

const few = [line('1', heading), line('1.1'), line('1.2'), line('2', heading), line('2.1')];

/** The code and the label of every row that is shown. */
const rowsOf = (page) =>
  page.getByRole('treegrid').evaluate((grid) =>
    [...grid.querySelectorAll('[data-key]')].map((row) =>
      [...row.querySelectorAll('[data-cell]')]
        .slice(0, 2)
        .map((cell) => cell.textContent)
        .join(' '),
    ),
  );

const saved = (page) => page.waitForResponse((answer) => answer.request().method() === 'PUT' && answer.ok());

describe('the editor of a draft plan, for a screen reader', () => {
  const browser = useBrowser();

  test('the grid says its rows, levels and names, and axe finds nothing', async () => {
    const page = await browser.page();
    await signInAs(page, people.minister);
    const id = await givenDraft(page, few);
    await visit(page, `/nl/work/plans/${id}`);
    const tree = await page.getByRole('treegrid').ariaSnapshot();
    assert.match(tree, /treegrid "Lijnen van het plan"/);
    assert.match(tree, /columnheader "Bedrag"/);
    assert.match(tree, /row "1\.1 Lijn 1\.1 nominatief 100[^"]*" \[level=2\]/);
    assert.match(tree, /row "2 Lijn 2 [^"]*" \[level=1\]/);
    assert.match(tree, /gridcell "Lijn 1\.2"/);
    assert.deepEqual(await accessibilityFaults(page), []);
    assert.deepEqual(page.faults, []);
  });
});

describe('the desk of a draft plan', () => {
  const browser = useBrowser();

  test('a line is dragged into another heading, and a colleague is mentioned on it and finds the comment', async () => {
    const page = await browser.page();
    await signInAs(page, people.minister);
    const id = await givenDraft(page, few);
    await visit(page, `/nl/work/plans/${id}`);
    // Away from the edges of the screen, where the page would scroll under the line.
    await page.getByRole('treegrid').evaluate((grid) => grid.scrollIntoView({ block: 'center' }));
    const grip = await page.locator('[data-grip]').nth(1).boundingBox();
    const target = await page.locator('[data-grip]').nth(4).boundingBox();
    await page.mouse.move(grip.x + 8, grip.y + 8);
    await page.mouse.down();
    await page.mouse.move(target.x + 8, target.y - 40, { steps: 4 });
    await page.mouse.move(target.x + 8, target.y + target.height - 2, { steps: 4 });
    await page.mouse.up();
    assert.deepEqual((await rowsOf(page)).slice(1), ['1.1 Lijn 1.2', '2 Lijn 2', '2.1 Lijn 2.1', '2.2 Lijn 1.1']);
    const answer = saved(page);
    await page.getByRole('button', { name: 'Opslaan' }).click();
    await answer;

    await page.getByRole('button', { name: 'Alles over lijn 2.2' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.locator('summary', { hasText: 'Opmerkingen' }).click();
    await dialog.getByLabel('Schrijf een opmerking').fill('Klopt dit bedrag nog?');
    await dialog.getByRole('combobox', { name: /Vermeld collega/ }).fill('lotte');
    await dialog.getByRole('option', { name: people.officer }).click();
    await dialog.getByRole('button', { name: 'Opmerking plaatsen' }).click();
    await dialog.getByText(`Vermeld: ${people.officer}`).waitFor();
    assert.deepEqual(await accessibilityFaults(page), []);
    assert.deepEqual(page.faults, []);

    const colleague = await browser.page({ width: 390 });
    await signInAs(colleague, people.officer);
    await visit(colleague, '/nl/work/notices');
    await colleague.getByText('U wordt vermeld in een opmerking').first().waitFor();
    await visit(colleague, `/nl/work/plans/${id}#comments`);
    const comment = colleague.locator('#comments li', { hasText: 'Klopt dit bedrag nog?' });
    await comment.getByText('bij lijn 2.2').waitFor();
    await comment.getByRole('button', { name: 'Afhandelen' }).click();
    await comment.getByText(`Afgehandeld door ${people.officer}`).waitFor();
    assert.deepEqual(await accessibilityFaults(colleague), []);
    assert.deepEqual(colleague.faults, []);
  });
});

describe('the editor of a draft plan, with the keyboard alone', () => {
  const browser = useBrowser();

  test('a line is added, written, moved, taken back, three are pasted, and all is saved', async () => {
    const page = await browser.page();
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await signInAs(page, people.minister);
    const id = await givenDraft(page, few);
    await visit(page, `/nl/work/plans/${id}`);
    const { keyboard } = page;
    await pressUntil(page, 'Tab', (words) => words === '1');
    await keyboard.press('ArrowDown');
    await keyboard.press('Insert');
    await keyboard.type('Koor');
    await keyboard.press('Tab');
    await keyboard.press('ArrowRight');
    await keyboard.type('250,5');
    await keyboard.press('Enter');
    assert.deepEqual((await rowsOf(page)).slice(1, 4), ['1.1 Lijn 1.1', '1.2 Koor', '1.3 Lijn 1.2']);
    await keyboard.press('ArrowUp');
    await keyboard.press('Alt+ArrowUp');
    assert.deepEqual((await rowsOf(page)).slice(1, 3), ['1.1 Koor', '1.2 Lijn 1.1']);
    await keyboard.press('Control+z');
    assert.deepEqual((await rowsOf(page)).slice(1, 3), ['1.1 Lijn 1.1', '1.2 Koor']);
    await page.evaluate(() =>
      navigator.clipboard.writeText('2.1\tDans\topen enveloppe\t1 000,00\n2.2\tToneel\t\t20\n2.3\tCircus\t\tPM'),
    );
    await keyboard.press('Control+End');
    await keyboard.press('Home');
    await keyboard.press('Control+v');
    assert.deepEqual((await rowsOf(page)).slice(5), ['2.1 Dans', '2.2 Toneel', '2.3 Circus']);
    const answer = saved(page);
    await pressUntil(page, 'Shift+Tab', (words) => words === 'Opslaan');
    await keyboard.press('Enter');
    await answer;
    // Until the page has read it back it stops whoever leaves.
    await page.waitForFunction(() => !Object.keys(localStorage).some((key) => key.startsWith('commonlot.kept.plan.')));
    await visit(page, '/nl/work/plans');
    await visit(page, `/nl/work/plans/${id}`);
    assert.deepEqual((await rowsOf(page)).slice(5), ['2.1 Dans', '2.2 Toneel', '2.3 Circus']);
    const { lines } = await interfaceOf(page).get(`/plan-versions/${id}`);
    assert.deepEqual(
      lines.slice(2).map(({ kind, amountCents, isPm }) => [kind, amountCents, isPm]),
      [
        ['nominative', 250_50, false],
        ['nominative', 100_00, false],
        ['heading', null, false],
        ['open-envelope', 1_000_00, false],
        ['nominative', 20_00, false],
        ['nominative', null, true],
      ],
    );
    assert.deepEqual(page.faults, []);
  });
});
