import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { workspace as contract, payments } from '@commonlot/contracts';
import fc from 'fast-check';
import { AuditExport, archiveVerdict } from '../../testing/audit-export.js';
import { GivenPayments } from '../../testing/given-payment.js';
import { givenCallRow } from '../../testing/given-rows.js';
import { TestApi, type TestPerson } from '../../testing/test-api.js';
import { ReadLedgerExport } from './read-ledger-export.js';

const execute = promisify(execFile);

let api: TestApi;
let auditor: TestPerson;
let given: GivenPayments;
let whole: AuditExport;
beforeAll(async () => {
  api = await TestApi.start();
  auditor = await api.person(['auditor'], 'Ada Auditor');
  given = await GivenPayments.start(api);
  await givenCallRow(api, given.plan, '2026-C01');
  await given.planned();
  await given.planned({ amountCents: 250_000 });
  const { id, revision } = await given.approved();
  const body = { revision, paidOn: '2026-01-20', bankReference: 'B-1' };
  await api.ok(payments.confirmPayment, { params: { paymentId: id }, body }, { as: given.controller });
  await api.work();
  await api.sql('SELECT * FROM seal_journal()');
  whole = await AuditExport.of(api, 2026, auditor);
}, 60_000);
afterAll(() => api.stop());

const swapped = (lines: readonly string[], one: number, other: number) =>
  lines.map((line, place) => lines[place === one ? other : place === other ? one : place] ?? line);

const cellsOf = (line: string | undefined) => (line ?? '').split(',');

test('the export of a year with awards and payments verifies, as archive and unpacked', async () => {
  const { code, report } = await archiveVerdict(whole.archive);
  expect(report).toContain('The export is whole, and its sums hold.');
  expect(report).toMatch(/ok {2}[1-9]\d* entries replayed/);
  expect(report).toMatch(/ok {2}[1-9]\d* entries of the journal are what was sealed/);
  expect(code).toBe(0);
  expect((await whole.verdict()).code).toBe(0);
  expect(whole.lines('entries.csv').join()).toContain('pay,');
});

test('it is a download for the auditor, of a year with a plan in force', async () => {
  const params = { year: '2026' };
  const answer = await api.call(contract.readLedgerExport, { params }, { as: auditor });
  expect(answer.headers).toMatchObject({
    'content-type': 'application/zip',
    'content-disposition': expect.stringContaining('filename="ledger-2026.zip"'),
    'cache-control': 'no-store',
  });
  // The seals in it tell how much happened that others may not see.
  for (const as of [given.officer, given.controller]) {
    expect(await api.refused(contract.readLedgerExport, { params }, { as })).toMatchObject({
      code: 'permission.missing',
    });
  }
  const other = { params: { year: '2027' } };
  expect(await api.refused(contract.readLedgerExport, other, { as: auditor })).toMatchObject({
    code: 'record.missing',
  });
});

test('a byte that is changed anywhere is found, and its file is named', async () => {
  const names = [...whole.files.keys()];
  const places = fc.record({
    name: fc.constantFrom(...names),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    bit: fc.nat(7),
  });
  await fc.assert(
    fc.asyncProperty(places, async ({ name, at, bit }) => {
      const copy = whole.copy();
      const bytes = copy.files.get(name) as Buffer;
      const place = Math.min(bytes.length - 1, Math.floor(at * bytes.length));
      bytes.writeUInt8(bytes.readUInt8(place) ^ (1 << bit), place);
      const { code, report } = await copy.verdict();
      expect(report).toContain(`FAULT  ${name}`);
      expect(code).toBe(1);
    }),
    { numRuns: 16 },
  );
}, 30_000);

test('a byte that is changed in the archive is found, unless every file still is what it was', async () => {
  await fc.assert(
    fc.asyncProperty(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(7), async (at, bit) => {
      const archive = Buffer.from(whole.archive);
      const place = Math.min(archive.length - 1, Math.floor(at * archive.length));
      archive.writeUInt8(archive.readUInt8(place) ^ (1 << bit), place);
      const { code } = await archiveVerdict(archive);
      // A date or a mark of the packing says nothing of what is in it.
      if (code === 0) expect(AuditExport.from(archive).files).toEqual(whole.files);
      else expect(code).toBe(1);
    }),
    { numRuns: 16 },
  );
}, 30_000);

describe('a forger who mends the manifest is found by the replay', () => {
  const columns = () => cellsOf(whole.lines('entries.csv')[0]);
  const column = (name: string) => columns().indexOf(name);
  const findRow = (cause: string) =>
    whole.lines('entries.csv').findIndex((line) => cellsOf(line)[column('cause')] === cause);

  test('with two rows swapped', async () => {
    const lines = swapped(whole.lines('entries.csv'), 1, findRow('reserve'));
    const { code, report } = await whole.copy().forge('entries.csv', lines).verdict();
    expect(code).toBe(1);
    expect(report).toMatch(/FAULT {2}(?:entries|postings)\.csv, row \d+: expected /);
  });

  test('with two rows swapped and numbered anew, so that money is spent before it is there', async () => {
    const [pay, commit] = [findRow('pay'), findRow('commit')];
    const renumber = (lines: readonly string[], numbers: readonly string[]) =>
      lines.map((line, place) => (place === 0 ? line : [numbers[place], ...cellsOf(line).slice(1)].join(',')));
    const numbers = whole.lines('entries.csv').map((line) => cellsOf(line)[0] ?? '');
    const subject = (line: string | undefined) => cellsOf(line)[column('subject_id')];
    const lines = whole.lines('entries.csv');
    const first = lines.findIndex(
      (line) => cellsOf(line)[column('cause')] === 'commit' && subject(line) === subject(lines[pay]),
    );
    expect(commit).toBeGreaterThan(0);
    const posted = whole.lines('postings.csv');
    const moved = swapped(swapped(posted, 2 * first - 1, 2 * pay - 1), 2 * first, 2 * pay);
    const numbered = renumber(moved, ['', ...numbers.slice(1).flatMap((number) => [number, number])]);
    const forged = whole
      .copy()
      .forge('entries.csv', renumber(swapped(lines, first, pay), numbers))
      .forge('postings.csv', numbered);
    const { code, report } = await forged.verdict();
    expect(report).toContain(`FAULT  entries.csv, row ${first + 1}: expected at least`);
    expect(code).toBe(1);
  });

  test('with an entry and its postings taken out', async () => {
    const row = findRow('reserve');
    const gone = whole.lines('entries.csv')[row];
    const rest = whole.lines('entries.csv').filter((line) => line !== gone);
    const entryId = cellsOf(gone)[column('entry_id')] ?? '';
    const amount = Number(cellsOf(gone)[column('amount_cents')]);
    const { files } = JSON.parse(String(whole.files.get('manifest.json'))) as {
      files: { name: string; sums: { amount_cents: number } }[];
    };
    const sum = files.find(({ name }) => name === 'entries.csv')?.sums.amount_cents ?? 0;
    const forged = whole
      .copy()
      .forge('entries.csv', rest, { sums: { amount_cents: sum - amount } })
      .forge(
        'postings.csv',
        whole.lines('postings.csv').filter((line) => !line.includes(entryId)),
      );
    const { code, report } = await forged.verdict();
    expect(report).toMatch(/FAULT {2}accounts\.csv, row \d+: expected the balance -?\d+, which the entries give/);
    expect(code).toBe(1);
  });

  test('with a row taken out and nothing else mended', async () => {
    const lines = whole.lines('entries.csv').filter((_, place) => place !== findRow('reserve'));
    const { code, report } = await whole.copy().forge('entries.csv', lines).verdict();
    expect(report).toMatch(/FAULT {2}postings\.csv, row \d+: expected a posting of entry \d+/);
    expect(code).toBe(1);
  });

  test('with another amount for a line of the plan', async () => {
    const lines = whole.lines('plan.csv').map((line) => line.replace(',60000000,600000.00,', ',60000100,600001.00,'));
    const forged = whole.copy().forge('plan.csv', lines, { sums: { amount_cents: 100_000_100 } });
    expect(await forged.verdict()).toMatchObject({
      code: 1,
      report: expect.stringContaining('FAULT  plan.csv, row 2'),
    });
  });

  test('with another figure in the statement', async () => {
    const lines = whole.lines('statement.csv');
    const change = (line: string) =>
      line.replace(/,(\d+),\d+\.\d\d$/, (_, cents) => `,${Number(cents) + 100},${(Number(cents) + 100) / 100}.00`);
    const place = lines.findIndex((line) => /,1\.2,/.test(line));
    const forged = whole.copy().forge(
      'statement.csv',
      lines.map((line, at) => (at === place ? change(line) : line)),
    );
    const { report } = await forged.verdict();
    expect(report).toContain(`FAULT  statement.csv, row ${place + 1}: expected`);
  });

  test('with another official in the journal', async () => {
    const lines = whole.lines('journal.csv');
    const other = lines.map((line) => line.replaceAll(given.controller.id, given.officer.id));
    expect(other).not.toEqual(lines);
    const { code, report } = await whole.copy().forge('journal.csv', other).verdict();
    expect(report).toMatch(/FAULT {2}journal\.csv, row \d+: expected the hash/);
    expect(code).toBe(1);
  });
});

test.each(['plan.csv', 'postings.csv', 'journal.csv', 'manifest.json'])('without %s it is not whole', async (name) => {
  const copy = whole.copy();
  copy.files.delete(name);
  expect(await copy.verdict()).toMatchObject({ code: 1, report: expect.stringContaining(`FAULT  ${name}`) });
});

test('the commands of the page for auditors do what it says', async () => {
  const repository = resolve(import.meta.dirname, '../../../../..');
  const page = await readFile(join(repository, 'docs/operations/audit-export.md'), 'utf8');
  const commands = [...page.matchAll(/```sh\n([\s\S]*?)```/g)].flatMap(([, block = '']) => block.trim().split('\n'));
  expect(commands).toHaveLength(4);
  const folder = await mkdtemp(join(tmpdir(), 'commonlot-auditor-'));
  try {
    await symlink(join(repository, 'infra'), join(folder, 'infra'));
    await writeFile(join(folder, 'ledger-2026.zip'), whole.archive);
    const node = process.execPath;
    for (const command of commands) {
      const [program = '', ...words] = command.split(' ');
      if (program === 'unzip') {
        // Not every machine that runs the tests has it; what it does is the same.
        await mkdir(join(folder, 'ledger-2026'));
        for (const [name, bytes] of whole.files) await writeFile(join(folder, 'ledger-2026', name), bytes);
        continue;
      }
      const { stdout } = await execute(program === 'node' ? node : program, words, { cwd: folder });
      if (program === 'node') expect(stdout).toContain('The export is whole, and its sums hold.');
      else expect(String(whole.files.get('manifest.json'))).toContain(stdout.slice(0, 64));
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}, 20_000);

test('an archive that ends early is no archive', async () => {
  expect(await archiveVerdict(whole.archive.subarray(0, -200))).toMatchObject({ code: 1 });
});

test('what is written meanwhile is in the next export and not in this one', async () => {
  const { stream } = await api.get(ReadLedgerExport).execute({ personId: auditor.id } as never, 2026);
  await givenCallRow(api, given.plan, '2026-C02');
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  const before = AuditExport.from(Buffer.concat(chunks));
  const after = await AuditExport.of(api, 2026, auditor);
  expect(after.lines('entries.csv').length).toBe(before.lines('entries.csv').length + 1);
  expect((await before.verdict()).code).toBe(0);
  expect((await after.verdict()).code).toBe(0);
});
