import { after, before } from 'node:test';
import { launchBrowser } from '../../../../packages/tooling/browser/chromium.mjs';

/** The address of the seeded system that `npm test` started. */
export const origin = process.env.COMMONLOT_URL ?? 'http://localhost:3000';

/** One browser for a journey file; each person gets a context of their own. */
export function useBrowser() {
  const state = { browser: null, open: [] };
  before(async () => {
    state.browser = await launchBrowser();
  });
  after(async () => {
    await state.browser?.close();
  });
  return {
    /**
     * A new page of a new person. What it must never do is gathered in `page.faults`: an error on its console, a breach
     * of its content policy, a dialog of the browser, a request to anybody else. `bypassCSP` takes the policy away.
     */
    async page({ width = 1280, height = 900, dark = false, locale = 'nl-BE', bypassCSP = false } = {}) {
      const context = await state.browser.newContext({
        viewport: { width, height },
        colorScheme: dark ? 'dark' : 'light',
        locale,
        baseURL: origin,
        acceptDownloads: true,
        bypassCSP,
      });
      await context.exposeBinding('sayBreach', ({ page }, text) => page.faults.push(text));
      await context.addInitScript(sayBreaches);
      const page = await context.newPage();
      page.setDefaultTimeout(20_000);
      page.faults = [];
      page.on('console', (message) => {
        if (message.type() === 'error' && !expected(message.text())) page.faults.push(message.text());
      });
      page.on('pageerror', (error) => page.faults.push(String(error)));
      page.on('dialog', (dialog) => {
        page.faults.push(`a dialog: ${dialog.message()}`);
        void dialog.dismiss();
      });
      page.on('request', (request) => {
        if (isForeign(request.url())) page.faults.push(`a request to ${request.url()}`);
      });
      return page;
    },
  };
}

/** What a browser says of an answer that the journey itself asks for: a cut line, a refusal that the page shows. */
const expected = (text) => /ERR_INTERNET_DISCONNECTED|ERR_FAILED|status of (401|404|409|422|429|503)/.test(text);

const isForeign = (url) => /^(?:https?|wss?|ftp):/.test(url) && new URL(url).host !== new URL(origin).host;

/** Runs in the page before anything else. */
function sayBreaches() {
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) => {
    window.sayBreach(`a breach of the content policy: ${effectiveDirective} ${blockedURI} ${sample}`);
  });
}
