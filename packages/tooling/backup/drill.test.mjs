import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { drill, operator } from './drill.mjs';
import { startRestored } from './drill-cluster.mjs';
import { load } from './dump.mjs';
import { prepareRestore } from './restore.mjs';
import { withClient } from './session.mjs';

let played;
const said = [];
before(async () => {
  played = await drill({ isWhole: false, say: (line) => said.push(line) });
});
after(() => played?.clear());

/** A copy of the archive without one of its segments. */
function archiveWithout(choose) {
  const { folders } = played;
  const copy = join(folders.backup, `wal-${Math.floor(performance.now())}`);
  cpSync(join(folders.backup, 'wal'), copy, { recursive: true });
  const segments = readdirSync(copy).filter((name) => /^[0-9A-F]{24}$/.test(name));
  const gone = choose(segments.sort());
  rmSync(join(copy, gone));
  chmodSync(copy, 0o755);
  for (const name of readdirSync(copy)) chmodSync(join(copy, name), 0o644);
  return { copy, gone };
}

test('what was acknowledged before the target is there, what came after is not, and every promise holds', () => {
  const words = said.join('\n');
  assert.match(words, /base back-up in [\d.]+ s while \d+ receipts were given/);
  assert.match(words, /restored to .* in [\d.]+ s; \d+ files put back/);
  assert.match(words, /All \d+ invariants hold\./);
  assert.match(words, /The journal holds \d+ sealed entries \(\d+ wait\); anchor \d+:[0-9a-f]{64}\./);
  assert.match(words, /All \d+ files have the bytes that were kept\./);
  assert.match(words, /the same bytes in each of \d+ tables/);
  assert.ok(played.lost.receipts.before.length >= 150);
  assert.ok(played.lost.receipts.after.length >= 50);
});

test('a segment of the log that is missing is named before anything is restored', async () => {
  const { lost, folders } = played;
  const { copy, gone } = archiveWithout((segments) => segments[segments.indexOf(lost.manifest.lastSegment)]);
  const cluster = join(folders.root, 'never', 'postgresql-18');
  await assert.rejects(
    prepareRestore({ backup: lost.base, archive: copy, cluster, target: lost.target, restoreCommand: 'false' }),
    new RegExp(`The archive lacks ${gone}`),
  );
});

test('an archive that ends before the target is refused by PostgreSQL itself', async () => {
  const { lost, folders } = played;
  const { copy } = archiveWithout((segments) => segments.at(-1));
  for (const name of readdirSync(copy)) if (name > lost.manifest.lastSegment) rmSync(join(copy, name));
  await assert.rejects(
    startRestored(folders, { backup: lost.base, archive: copy, target: lost.target, name: 'too-short' }),
    /recovery ended before configured recovery target was reached/,
  );
});

test('a segment that is there and cannot be read is no end of the archive', async () => {
  const { lost, folders } = played;
  const copy = join(folders.backup, 'wal');
  const script = join(folders.scripts, 'restore-wal.sh');
  const statusFor = (name) => spawnSync('sh', [script, copy, name, join(folders.root, 'x')]).status;
  const readable = lost.manifest.firstSegment;
  assert.deepEqual([statusFor(readable), statusFor('000000010000000F00000000')], [0, 1]);
  assert.equal(spawnSync('sh', [script, copy, readable, join(folders.root, 'no', 'folder')]).status, 200);
});

test('a back-up that is younger than the target is refused', async () => {
  const { lost, folders } = played;
  const cluster = join(folders.root, 'never', 'postgresql-18');
  await assert.rejects(
    prepareRestore({ backup: lost.base, archive: '', cluster, target: '2020-01-01T00:00:00Z', restoreCommand: '' }),
    /take an older one/,
  );
});

test('a changed byte in the journal is named', async () => {
  const { restored } = played;
  await withClient(restored.server.url, async (client) => {
    await client.query('ALTER TABLE journal DISABLE TRIGGER USER');
    await client.query(
      `UPDATE journal SET data = jsonb_set(data, '{after,sha256}', '"0"') WHERE id = (SELECT journal_id FROM journal_seal WHERE number = 20)`,
    );
  });
  await assert.rejects(
    operator('verify-journal', restored.env),
    /Seal 20: journal entry \d+ \(drill\.written\) is not what was sealed/,
  );
  await assert.rejects(operator('check', restored.env), /Seal 20/);
});

test('a file that the back-up lacks, and one with another byte, are named', async () => {
  const { restored, lost } = played;
  const [gone, changed] = lost.receipts.before;
  const pathOf = (id) => join(restored.files, id.slice(0, 2), id);
  rmSync(pathOf(gone));
  const bytes = readFileSync(pathOf(changed));
  bytes[7] ^= 1;
  writeFileSync(pathOf(changed), bytes);
  await assert.rejects(operator('verify-files', restored.env), (error) => {
    assert.match(error.message, new RegExp(`${gone}: no bytes`));
    assert.match(error.message, new RegExp(`${changed}: other bytes`));
    return true;
  });
});

test('a dump with a changed byte, and a database that is in use, are refused', async () => {
  const { lost, folders, restored } = played;
  const copy = join(folders.backup, 'dump-changed');
  cpSync(lost.dump, copy, { recursive: true });
  const file = join(copy, 'public.journal.copy.gz');
  const bytes = readFileSync(file);
  bytes[100] ^= 1;
  writeFileSync(file, bytes);
  await assert.rejects(load(restored.server.url, copy), /public\.journal\.copy\.gz is not what was dumped/);
  await withClient(restored.server.url, (client) =>
    client.query(
      `INSERT INTO person (id, email, name, screen_language, state) VALUES (gen_random_uuid(), 'a@b.example', 'A', 'nl', 'unconfirmed')`,
    ),
  );
  await assert.rejects(load(restored.server.url, lost.dump), /This database is in use/);
});
