import { access } from '@commonlot/contracts';
import { TestApi, type TestPerson } from '../test-api.js';
import { answerText } from './answer-text.js';
import { columnOf, columnTable } from './column-table.js';
import { crawl } from './crawl.js';
import { planting } from './planting.js';
import { readingsOf } from './readings.js';
import { searchFor } from './searches.js';
import { nobody } from './secrets.js';
import { textColumns, Watch, wordsAmongCodes } from './watch.js';
import { wordsIn } from './words.js';
import { type CanaryWorld, givenCanaries } from './world.js';
import { attemptWrites } from './write-attempts.js';

let api: TestApi;
let world: CanaryWorld;
const watch = new Watch();
const log: string[] = [];
const write = process.stdout.write;

beforeAll(async () => {
  process.stdout.write = ((line: string | Uint8Array) => log.push(String(line)) > 0) as typeof process.stdout.write;
  api = await TestApi.start({ settings: { LOG: 'on' } });
  world = await givenCanaries(planting(api));
}, 120_000);
afterAll(async () => {
  process.stdout.write = write;
  await api.stop();
});

/** Reads everything as everybody. */
async function readAll(): Promise<void> {
  const readings = await readingsOf(api);
  for (const [who, as] of world.principals) {
    const knower = watch.knower(as?.id);
    await crawl(api, as, readings, ({ name, url, answer }) => watch.judge(answerText(answer), knower, who, name, url));
  }
}

/** Reads every mail as whoever gets it; the own address is nobody's secret. */
async function readMails(): Promise<void> {
  const mails = await api.sql<{ to: string; text: string; key: string }>(
    `SELECT recipient::text AS "to", concat_ws(' ', subject, body) AS text, dedupe_key AS key FROM outgoing_mail`,
  );
  for (const { to, text, key } of mails) {
    watch.judge(text.replaceAll(to, ''), watch.knower(to), 'whoever gets it', `a mail about ${key.split(':')[0]}`, to);
  }
}

test('every column that can hold a text has a row in the table, and every row has its column', async () => {
  const columns = await textColumns(api);
  const unknown = columns.filter(({ table, column }) => columnOf(table, column) === undefined);
  expect(unknown.map(({ table, column }) => `${table}.${column}`)).toEqual([]);
  const real = new Set([
    ...columns.map(({ table, column }) => `${table}.${column}`),
    'public.stored_file.bytes',
    'public.person.id',
    'public.review_assignment.id',
  ]);
  const rows = Object.entries(columnTable).flatMap(([table, of]) => Object.keys(of).map((name) => `${table}.${name}`));
  expect(rows.filter((row) => !real.has(row))).toEqual([]);
});

test('before the release nobody reads what is not for them', async () => {
  await watch.look(api);
  await readAll();
  await readMails();
  expect(watch.take()).toEqual([]);
}, 120_000);

test('before the release no search, filter or order tells whether a hidden text is there', async () => {
  const secrets = await watch.look(api);
  await searchFor(api, world.principals, await readingsOf(api), secrets, watch);
  expect(watch.take()).toEqual([]);
}, 120_000);

test('after the release nobody reads what is not for them', async () => {
  await world.release();
  await watch.look(api);
  await readAll();
  await readMails();
  expect(watch.take()).toEqual([]);
}, 120_000);

// The act of a decision reaches members in the PDF of the letter alone, files as bytes, a cancelled call by mail.
test('everybody reads what the table says that they may', () => {
  expect(watch.neverSeen()).toEqual([]);
});

test('refusals say nothing either', async () => {
  await watch.look(api);
  await attemptWrites(api, world, (answer, as, who, where) =>
    watch.judge(answerText(answer), watch.knower(as?.id), who, where),
  );
  expect(watch.take()).toEqual([]);
}, 120_000);

test('columns of codes, ids and hashes hold no word that anybody typed', async () => {
  expect(await wordsAmongCodes(api, (word) => watch.mayKnow(word, nobody))).toEqual([]);
});

test('the log names nobody and quotes nothing', async () => {
  const reviewer = world.principals.get('a reviewer who has sent') as TestPerson;
  await api.call(access.signIn, { body: { email: reviewer.email, password: 'vier verkeerde woorden hier' } });
  const lines = log.join('');
  expect(lines).toContain('sign-in.refused');
  expect([...wordsIn(lines)]).toEqual([]);
  const tokens = [...world.principals.values()].flatMap((person) => person?.token ?? []);
  expect(tokens.filter((token) => lines.includes(token))).toEqual([]);
});
