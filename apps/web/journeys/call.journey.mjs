import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fillIn, send, startApplication } from './steps/application.mjs';
import { publishCall } from './steps/call.mjs';
import { decide, prepareFromRanking, readDecision, signAndRelease } from './steps/decision.mjs';
import { admit, assignReviewers, review } from './steps/jury.mjs';
import { useBrowser } from './support/browser.mjs';
import { minuteAfter } from './support/brussels.mjs';
import { people, signInAs, signUp } from './support/people.mjs';
import { awardedOnLine, untilAwarded } from './support/register.mjs';
import { visit } from './support/visit.mjs';

const line = '7.1';
const requested = 8000;
const reason = 'De minister volgt de jury: een tuin die de straat samenbrengt en die lang blijft.';
const publicReason = 'Een straattuin die buren samenbrengt en groen brengt waar er geen is.';

describe('the way of a euro through a call', () => {
  const browser = useBrowser();

  test('from the plan line to the public page', { timeout: 300_000 }, async () => {
    const visitor = await browser.page();
    const before = await awardedOnLine(visitor, line);

    const officer = await browser.page();
    await signInAs(officer, people.officer);
    const closesAt = minuteAfter(35);
    const opensAt = new Date(Date.now() - 3_600_000);
    const call = await publishCall(officer, { line, opensAt, closesAt, envelope: '20.000', maximum: '10.000' });

    const applicant = await browser.page();
    const email = `an.${Date.now()}@journey.invalid`;
    await signUp(applicant, { name: 'An Reisweg', email, password: 'vier losse woorden samen' });
    const draft = await startApplication(applicant, call, 'Straatgroen vzw');
    const title = `Een tuin voor de straat ${Date.now() % 100_000}`;
    await fillIn(applicant, draft, { title, requested });
    const receipt = await send(applicant, draft);
    const [number] = /\d{4}-C\d{2}-\d{4}/.exec(receipt);
    assert.match(receipt, /[0-9a-f]{16}/, 'the receipt has the fingerprint');
    const application = new URL(applicant.url()).pathname;

    // The call closes by the clock of the database; nobody can be let in or out before.
    await officer.waitForTimeout(Math.max(0, closesAt.getTime() - Date.now() + 1500));
    await admit(officer, call);
    await assignReviewers(officer, call, people.reviewers);
    for (const [index, reviewer] of people.reviewers.entries()) {
      const page = await browser.page();
      await review(page, reviewer, title, 8 + index);
      assert.deepEqual(page.faults, []);
    }
    const batch = await prepareFromRanking(officer, call);

    // Until the release the applicant sees a file that waits, and the public nothing at all.
    const minister = await browser.page();
    await signInAs(minister, people.minister);
    await decide(minister, batch, { reason, publicReason });
    await visit(applicant, application);
    assert.ok(!(await applicant.locator('main').innerText()).includes('toegekend'));
    assert.equal(await awardedOnLine(visitor, line), before);
    await signAndRelease(minister, batch);

    await readDecision(applicant, application, { amount: /€ ?8\.000/, reason });
    await visit(applicant, `/nl/dev/mail?to=${encodeURIComponent(email)}`);
    assert.match(await applicant.locator('main').innerText(), new RegExp(number));

    await untilAwarded(visitor, line, before + requested * 100);
    await visit(visitor, `/nl/toekenningen?search=${encodeURIComponent(title)}`);
    await visitor.getByRole('link', { name: title }).first().click();
    await visitor.getByRole('heading', { level: 1, name: title }).waitFor();
    const shown = await visitor.locator('main').innerText();
    assert.ok(shown.includes(publicReason) && shown.includes('Straatgroen') && shown.includes('Gent'));
    assert.ok(!shown.includes('An Reisweg'), 'no person is named in public');
    for (const page of [visitor, officer, applicant, minister]) assert.deepEqual(page.faults, []);
  });
});
