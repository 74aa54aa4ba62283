import { visit } from './visit.mjs';

/** What the first page shows as awarded on a line of the plan, in cents. */
export async function awardedOnLine(page, code) {
  await visit(page, '/nl');
  const shown = await page
    .locator(`[data-line="${code}"][data-awarded-cents]`)
    .first()
    .getAttribute('data-awarded-cents');
  return Number(shown);
}

/** Waits until the public page shows the figure: the worker recomputes it a moment after the release. */
export async function untilAwarded(page, code, cents) {
  const deadline = Date.now() + 20_000;
  for (;;) {
    const shown = await awardedOnLine(page, code);
    if (shown === cents) return;
    if (Date.now() > deadline) throw new Error(`Line ${code} shows ${shown} cents, not ${cents}.`);
    await page.waitForTimeout(400);
  }
}
