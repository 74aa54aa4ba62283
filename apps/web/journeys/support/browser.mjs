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
    /** A new page of a new person; a broken console or a failed own request fails the test that ends with `settle`. */
    async page({ width = 1280, height = 900, dark = false, locale = 'nl-BE' } = {}) {
      const context = await state.browser.newContext({
        viewport: { width, height },
        colorScheme: dark ? 'dark' : 'light',
        locale,
        baseURL: origin,
        acceptDownloads: true,
      });
      const page = await context.newPage();
      page.setDefaultTimeout(20_000);
      page.faults = [];
      page.on('console', (message) => {
        if (message.type() === 'error' && !expected(message.text())) page.faults.push(message.text());
      });
      page.on('pageerror', (error) => page.faults.push(String(error)));
      return page;
    },
  };
}

/** What a browser says of an answer that the journey itself asks for: a cut line, a refusal that the page shows. */
const expected = (text) => /ERR_INTERNET_DISCONNECTED|ERR_FAILED|status of (401|404|409|422|429|503)/.test(text);
