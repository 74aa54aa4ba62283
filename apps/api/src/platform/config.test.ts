import { readFileSync } from 'node:fs';
import { readConfig } from './config.js';

const working = { DATABASE_URL: 'postgres://localhost/commonlot', COMMONLOT_MODE: 'demonstration' };
const production = {
  DATABASE_URL: 'postgres://localhost/commonlot',
  PUBLIC_URL: 'https://commonlot.example',
  SMTP_URL: 'smtp://mail.example',
};

it('is production unless told otherwise, and then never a demonstration', () => {
  const config = readConfig(production);
  expect(config.COMMONLOT_MODE).toBe('production');
  expect(config.isDemonstration).toBe(false);
});

it.each([
  ['DATABASE_URL', { DATABASE_URL: 'mysql://localhost/x' }],
  ['DATABASE_URL', { DATABASE_URL: undefined }],
  ['API_PORT', { API_PORT: 'eighty' }],
  ['API_PORT', { API_PORT: '70000' }],
  ['COMMONLOT_MODE', { COMMONLOT_MODE: 'demo' }],
  ['SMTP_URL', { SMTP_URL: 'http://mail.example' }],
  ['MAX_FILE_BYTES', { MAX_FILE_BYTES: '0' }],
])('names %s in one sentence when it is wrong', (name, change) => {
  expect(() => readConfig({ ...working, ...change })).toThrow(
    new RegExp(`^The configuration is not right: .*${name}: .*\\.$`, 'u'),
  );
});

it.each([
  ['SMTP_URL', { SMTP_URL: undefined }],
  ['PUBLIC_URL', { PUBLIC_URL: 'http://commonlot.example' }],
])('asks for %s in production', (name, change) => {
  expect(() => readConfig({ ...production, ...change })).toThrow(name);
});

it('takes an empty setting for one that is not set', () => {
  expect(readConfig({ ...working, API_PORT: '' }).API_PORT).toBe(3001);
});

it('is described in the documentation, each setting', () => {
  const page = readFileSync(new URL('../../../../docs/configuration.md', import.meta.url), 'utf8');
  const settings = Object.keys(readConfig(working)).filter((name) => /^[A-Z]/.test(name));
  expect([...settings, 'SMTP_URL'].filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
});
