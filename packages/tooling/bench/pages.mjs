import { launchBrowser } from '../browser/chromium.mjs';
import { median } from './rounds.mjs';

const rounds = 5;
const kilobytes = (bytes) => Math.round(bytes / 102.4) / 10;

/**
 * What each page costs a visitor: the JavaScript that crosses the line (brotli) and the moment when its largest part is
 * seen, beside the same page with its scripts kept out, which is as early as it can be.
 *
 * @param {string} web address of the web server
 * @param {Record<string, { path: string, cookie?: string }>} pages
 */
export async function pageFigures(web, pages) {
  const browser = await launchBrowser();
  try {
    const found = [];
    for (const [name, page] of Object.entries(pages)) {
      const whole = [];
      const bare = [];
      let scripts = [];
      for (let round = 0; round < rounds; round += 1) {
        const visit = await largestPaint(browser, web, page, { withScripts: true });
        ({ scripts } = visit);
        whole.push(visit.paintMs);
        bare.push((await largestPaint(browser, web, page, { withScripts: false })).paintMs);
      }
      const sizes = await Promise.all(scripts.map(brotliSize));
      const total = sizes.reduce((sum, size) => sum + size, 0);
      found.push({ name, scriptKilobytes: kilobytes(total), paintMs: median(whole), bareMs: median(bare) });
    }
    return found;
  } finally {
    await browser.close();
  }
}

async function largestPaint(browser, web, { path, cookie }, { withScripts }) {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  try {
    if (cookie) await context.setExtraHTTPHeaders({ cookie });
    const page = await context.newPage();
    const scripts = new Set();
    await page.route('**/*', (route) => {
      const isScript = route.request().resourceType() === 'script';
      if (isScript) scripts.add(route.request().url());
      return isScript && !withScripts ? route.abort() : route.continue();
    });
    await page.addInitScript(() => {
      new PerformanceObserver((list) => {
        globalThis.largestPaint = list.getEntries().at(-1).startTime;
      }).observe({ type: 'largest-contentful-paint', buffered: true });
    });
    await page.goto(`${web}${path}`, { waitUntil: 'load' });
    await page.waitForFunction(() => globalThis.largestPaint !== undefined);
    await page.waitForTimeout(300);
    return { paintMs: await page.evaluate(() => globalThis.largestPaint), scripts: [...scripts] };
  } finally {
    await context.close();
  }
}

async function brotliSize(url) {
  const answer = await fetch(url, { headers: { 'accept-encoding': 'br' }, method: 'HEAD' });
  return Number(answer.headers.get('content-length'));
}
