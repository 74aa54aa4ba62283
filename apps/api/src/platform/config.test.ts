import { readFileSync } from 'node:fs';
import { readConfig, settingNames } from './config.js';

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

it.each([
  ['NODE_TLS_REJECT_UNAUTHORIZED', { NODE_TLS_REJECT_UNAUTHORIZED: '0' }],
  ['DATABASE_URL', { DATABASE_URL: 'postgres://db.example/commonlot?sslmode=no-verify' }],
  ['SMTP_URL', { SMTP_URL: 'smtps://mail.example?tls.rejectUnauthorized=false' }],
])('does not start in production with the check of certificates switched off by %s', (name, change) => {
  expect(() => readConfig({ ...production, ...change })).toThrow(`${name}: must not switch off the check`);
  expect(() => readConfig({ ...working, ...change })).not.toThrow();
});

it('takes an empty setting for one that is not set', () => {
  expect(readConfig({ ...working, API_PORT: '' }).API_PORT).toBe(3001);
});

it.each([
  'S3_ENDPOINT',
  'S3_BUCKET',
  'S3_ACCESS_KEY',
  'S3_SECRET_KEY',
])('asks for %s when the rest of a bucket is given', (name) => {
  const bucket = { S3_ENDPOINT: 'http://s3', S3_BUCKET: 'files', S3_ACCESS_KEY: 'a', S3_SECRET_KEY: 'b' };
  expect(readConfig({ ...working, ...bucket }).S3_BUCKET).toBe('files');
  expect(() => readConfig({ ...working, ...bucket, [name]: undefined })).toThrow(name);
});

it('keeps the metrics off the port of the API', () => {
  expect(() => readConfig({ ...working, API_PORT: '3001', METRICS_PORT: '3001' })).toThrow('METRICS_PORT');
});

it('is described in the documentation, each setting', () => {
  const page = readFileSync(new URL('../../../../docs/configuration.md', import.meta.url), 'utf8');
  expect(settingNames.length).toBeGreaterThan(20);
  expect(settingNames.filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
});
