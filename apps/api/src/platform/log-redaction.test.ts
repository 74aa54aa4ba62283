import { randomBytes } from 'node:crypto';
import { withoutPersonalData } from './log-redaction.js';

it.each([
  ['an e-mail address', '550 no such user <léa.peeters+x@mail.example.be> here', '550 no such user <[e-mail]> here'],
  ['an account in one piece', 'value "BE68539007547034" is too long', 'value "[account]" is too long'],
  ['an account in groups of four', 'account BE68 5390 0754 7034.', 'account [account].'],
  ['an account of another country', 'NL91ABNA0417164300', '[account]'],
  ['a session', 'cookie session=-Zb4aC_xYk9dQ2mN7vR1tW5pL8sH3jG6fD0aB4cE2iU;', 'cookie session=[token];'],
  ['a national number', 'born as 85.07.30-033.61', 'born as [national number]'],
  ['a password in an address', 'postgres://app:s3cr3t%40@db:5432/x', 'postgres://app:[secret]@db:5432/x'],
])('blanks %s', (_case, text, expected) => {
  expect(withoutPersonalData(text)).toBe(expected);
});

it('blanks every token of 32 random bytes', () => {
  for (let tries = 0; tries < 500; tries += 1) {
    const token = randomBytes(32).toString('base64url');
    expect(withoutPersonalData(JSON.stringify({ link: `https://x.example/a?token=${token}` }))).not.toContain(token);
  }
});

it.each([
  '{"id":"0190c3f2-7d1e-7c4b-9f5a-0123456789ab","route":"/api/applications/:applicationId"}',
  '{"anchor":"1204:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"}',
  '{"at":"2026-03-01T08:00:00.000Z","amountCents":1850000000}',
  'Error: x\n    at Files.read (file:///srv/apps/api/dist/platform/files.js:12:34)',
])('leaves %s as it is', (text) => {
  expect(withoutPersonalData(text)).toBe(text);
});
