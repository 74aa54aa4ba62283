import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds on the page as it stands, one line each; empty is what we want. */
export const accessibilityFaults = (page) => faultsBy(page, { type: 'tag', values: rules });

async function faultsBy(page, runOnly) {
  // Through the debugger's world: the content policy of the page allows no script of others.
  await page.evaluate(`(() => { ${source} ; window.axe = axe; })()`);
  const { violations } = await page.evaluate(
    (only) => window.axe.run(document, { runOnly: only, resultTypes: ['violations'] }),
    runOnly,
  );
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.slice(0, 3).map((node) => `${id}: ${help} (${node.target.join(' ')})`),
  );
}
