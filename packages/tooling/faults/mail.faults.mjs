import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { Machine } from './machine.mjs';
import { MailSink } from './mail-sink.mjs';
import { untilMailed } from './restarts.mjs';

const sink = new MailSink();
let machine;
let address;
before(async () => {
  address = await sink.start();
  machine = await Machine.start({ smtpUrl: `${address}?socketTimeout=1500` });
  await machine.startWorker();
});
after(async () => {
  await machine.stop();
  await sink.stop();
});

/** Mails in the outbox with their jobs, as one transaction leaves them. Returns their ids. */
async function order(count) {
  const rows = await machine.sql(
    `WITH mail AS (INSERT INTO outgoing_mail (id, dedupe_key, recipient, language, subject, body)
       SELECT gen_random_uuid(), gen_random_uuid(), 'lea@choir.example', 'fr', 'Décision ' || n, 'Bonjour Léa.'
       FROM generate_series(1, $1) n RETURNING id)
     SELECT id, graphile_worker.add_job('send-mail', json_build_object('subjectId', id), job_key => 'send-mail:' || id)
     FROM mail`,
    [count],
  );
  return rows.map(({ id }) => id);
}

const copies = (ids) => ids.map((id) => sink.copiesOf(id).length);
const marked = async (ids) =>
  (
    await machine.sql('SELECT count(*)::int AS n FROM outgoing_mail WHERE id = ANY ($1) AND sent_at IS NOT NULL', [ids])
  )[0].n;

/** Every mail of these came and is marked; so many came twice, and those are one mail for whoever reads Message-IDs. */
async function assertMailed(ids, twice) {
  await untilMailed(machine);
  assert.equal(await marked(ids), ids.length);
  assert.deepEqual(
    copies(ids).toSorted(),
    ids.map((_, index) => (index < ids.length - twice ? 1 : 2)),
  );
}

test('a mail that is refused for now is sent later, once', async () => {
  sink.script = ['refuse', 'refuse', 'refuse'];
  await assertMailed(await order(6), 0);
});

test('a mail server that falls silent holds nothing up for long, and the mail is sent later, once', async () => {
  sink.script = ['hang', 'hang', 'hang', 'hang'];
  await assertMailed(await order(8), 0);
});

test('a mail that was taken and not acknowledged is sent again as the same mail', async () => {
  sink.script = ['cut', 'cut'];
  await assertMailed(await order(6), 2);
});

test('while no mail server is there nothing is lost', async () => {
  const port = Number(address.split(':').at(-1));
  await sink.pause();
  const ids = await order(3);
  await pause(1_000);
  assert.deepEqual(copies(ids), [0, 0, 0]);
  await sink.resume(port);
  await assertMailed(ids, 0);
});

test('a worker that is killed between sending and marking has its mail sent again by the next one, as the same mail', async () => {
  sink.script = ['hold'];
  const ids = await order(1);
  await sink.held.promise;
  await machine.kill('worker');
  sink.release();
  await machine.startWorker();
  await assertMailed(ids, 1);
});

test('a database that is away when a mail was sent finds it unmarked afterwards, and it is sent again as the same mail', async () => {
  sink.script = ['hold'];
  const ids = await order(1);
  await sink.held.promise;
  await machine.killDatabase('SIGQUIT');
  sink.release();
  await pause(500);
  await machine.startDatabase();
  await assertMailed(ids, 1);
  assert.ok(machine.isUp('worker'), 'the worker lived through it');
});
