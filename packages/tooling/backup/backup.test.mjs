import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { prune } from './prune.mjs';
import { inOrder } from './tables.mjs';
import { requireUnbroken, segmentName, segmentNumber } from './wal.mjs';

const folder = mkdtempSync(join(tmpdir(), 'commonlot-backup-'));
after(() => rmSync(folder, { recursive: true }));
const inFolder = (...names) => {
  const path = join(folder, ...names);
  mkdirSync(path, { recursive: true });
  return path;
};
const touch = (path, names) => {
  for (const name of names) writeFileSync(join(path, name), name);
};

test('segments count on from one log file to the next', () => {
  assert.equal(
    segmentName('0000000100000000000000FE', segmentNumber('0000000100000000000000FE') + 2),
    '000000010000000100000000',
  );
  assert.equal(segmentNumber('00000002.history'), null);
  assert.equal(segmentNumber('000000010000000000000002.00000028.backup'), null);
});

test('a hole in the log is found, and what is no segment is left alone', () => {
  const archive = inFolder('wal');
  touch(archive, [
    '0000000100000000000000FD',
    '0000000100000000000000FE',
    '0000000100000000000000FF',
    '000000010000000100000000',
    '000000010000000100000002',
    '00000002.history',
  ]);
  assert.throws(() => requireUnbroken(archive, '0000000100000000000000FD'), /lacks 000000010000000100000001/);
  touch(archive, ['000000010000000100000001']);
  assert.equal(requireUnbroken(archive, '0000000100000000000000FD').count, 6);
  // A copy that ended in a segment which never came restores to nothing.
  assert.throws(
    () => requireUnbroken(archive, '0000000100000000000000FD', '000000010000000100000004'),
    /lacks 000000010000000100000003/,
  );
});

test('tables come after those that they refer to, and a circle is told', () => {
  const tables = ['a', 'b', 'c'].map((name) => ({ name }));
  const references = [
    { from: 'a', to: 'c' },
    { from: 'c', to: 'b' },
  ];
  assert.deepEqual(
    inOrder(tables, references).map(({ name }) => name),
    ['b', 'c', 'a'],
  );
  assert.throws(() => inOrder(tables, [...references, { from: 'b', to: 'a' }]), /circle: a, b, c/);
});

test('old back-ups go with the log that only they needed, and two always stay', async () => {
  const root = inFolder('root');
  const stamps = ['20260101T010000Z', '20260102T010000Z', '20260103T010000Z'];
  stamps.forEach((stamp, index) => {
    const base = inFolder('root', 'base', stamp);
    writeFileSync(
      join(base, 'manifest.json'),
      JSON.stringify({ firstSegment: `00000001000000000000000${index * 2 + 2}` }),
    );
    inFolder('root', 'dump', stamp);
  });
  inFolder('root', 'base', '20260104T010000Z.part');
  touch(
    inFolder('root', 'wal'),
    [1, 2, 3, 4, 5, 6, 7].map((number) => `00000001000000000000000${number}`),
  );
  await assert.rejects(prune(root, 1), /At least two/);
  assert.deepEqual(await prune(root, 2), { bases: 1, dumps: 1, segments: 3 });
  assert.deepEqual(readdirSync(join(root, 'wal')).sort()[0], '000000010000000000000004');
  assert.deepEqual(readdirSync(join(root, 'base')).sort(), [stamps[1], stamps[2], '20260104T010000Z.part']);
});
