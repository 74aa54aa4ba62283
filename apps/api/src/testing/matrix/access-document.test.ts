import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { accessDocument } from './access-document.js';

const page = new URL('../../../../../docs/security/access.md', import.meta.url);

it('is what the page says; `RENEW_DOCUMENTS=1 npm test -- api access-document` makes it anew', () => {
  const document = accessDocument();
  if (process.env['RENEW_DOCUMENTS'] === '1') {
    mkdirSync(new URL('.', page), { recursive: true });
    writeFileSync(page, document);
  }
  expect(existsSync(page) ? readFileSync(page, 'utf8') : '').toBe(document);
});
