import { setTimeout as pause } from 'node:timers/promises';
import { Applicant, missingOf } from './applicant.mjs';
import { chanceOf } from './chance.mjs';
import { faultOfOutage, HttpClient } from './http-client.mjs';
import { Machine } from './machine.mjs';
import { MailSink } from './mail-sink.mjs';
import { givenOpenCall, givenPerson } from './world.mjs';

/** The service must be back so soon after its database is. */
export const backWithinMs = 10_000;
const clients = 4;

/** What can be killed in a round. Where the API is not named, it must live through it as the same process. */
const kills = [['api'], ['database'], ['database'], ['api', 'database'], ['worker', 'database']];

/**
 * People apply, with files, while parts of the system are killed at random moments and started again, `rounds` times.
 * Returns what was found: how many receipts there are, and every complaint.
 */
export async function restartUnderLoad({ rounds, seed }) {
  const chance = chanceOf(seed);
  const sink = new MailSink();
  const machine = await Machine.start({ smtpUrl: await sink.start() });
  const report = { seed, receipts: 0, unknowns: 0, slowestReturnMs: 0, complaints: [] };
  const applicants = [];
  try {
    await Promise.all([machine.startApi(), machine.startWorker()]);
    const http = new HttpClient(machine.apiPort);
    const callNumber = await givenOpenCall(machine, http);
    for (let index = 0; index < clients; index += 1) {
      const as = await givenPerson(machine, `Applicant ${index}`);
      applicants.push(new Applicant({ http: new HttpClient(machine.apiPort), as, callNumber, chance }));
    }
    const work = Promise.all(applicants.map((applicant) => applicant.work()));
    let checked = 0;
    for (let round = 0; round < rounds; round += 1) {
      await Promise.race([pause(chance.whole(150, 900)), work]);
      await killAndRestart(machine, chance, report);
      checked = await checkReceipts(http, applicants, checked, report);
    }
    for (const applicant of applicants) applicant.stop();
    await work;
    await checkAll({ machine, sink, http, applicants, report });
    for (const client of [http, ...applicants.map((applicant) => applicant.http)]) client.close();
  } finally {
    for (const applicant of applicants) applicant.stop();
    await machine.stop();
    await sink.stop();
  }
  return report;
}

async function killAndRestart(machine, chance, report) {
  const victims = chance.pick(kills);
  const [api, worker] = [machine.api.pid, machine.worker.pid];
  const ends = victims.map((victim) =>
    victim === 'database' ? machine.killDatabase(chance.pick(['SIGKILL', 'SIGQUIT'])) : machine.kill(victim),
  );
  await Promise.all(ends);
  const complain = (what) => report.complaints.push(`after ${victims.join(' and ')} was killed: ${what}`);
  if (victims.includes('database')) {
    if (!victims.includes('api')) await checkOutage(machine, complain);
    await machine.startDatabase();
  }
  const startedAt = performance.now();
  if (victims.includes('api')) {
    await machine.startApi();
  } else {
    await checkReturn(machine, complain);
    report.slowestReturnMs = Math.max(report.slowestReturnMs, Math.round(performance.now() - startedAt));
  }
  if (victims.includes('worker')) await machine.startWorker();
  if (!victims.includes('api') && (machine.api.pid !== api || !machine.isUp('api'))) complain('the API ended');
  if (!victims.includes('worker') && (machine.worker.pid !== worker || !machine.isUp('worker')))
    complain('the worker ended');
}

/** Without a database the API says so, to people and to whoever asks whether it is ready; and it is alive. */
async function checkOutage(machine, complain) {
  const http = new HttpClient(machine.apiPort);
  for (const path of ['/health/ready', '/register/home']) {
    const fault = faultOfOutage(await http.send('GET', path));
    if (fault) complain(`${path} ${fault}`);
  }
  const alive = await http.send('GET', '/health/live');
  if (alive.status !== 200) complain(`/health/live answers ${alive.status}`);
  http.close();
}

async function checkReturn(machine, complain) {
  const http = new HttpClient(machine.apiPort);
  const end = performance.now() + backWithinMs;
  let answer = await http.send('GET', '/health/ready');
  while (answer.status !== 200 && performance.now() < end) {
    const fault = faultOfOutage(answer);
    if (fault) complain(`/health/ready ${fault} while the database comes back`);
    await pause(50);
    answer = await http.send('GET', '/health/ready');
  }
  if (answer.status !== 200) complain(`the API is not back after ${backWithinMs} ms`);
  http.close();
}

/** Every receipt that somebody got since the last look. */
async function checkReceipts(http, applicants, from, report) {
  const all = applicants.flatMap(({ receipts, as }) => receipts.map((receipt) => ({ receipt, as })));
  for (const { receipt, as } of all.slice(from)) report.complaints.push(...(await missingOf(http, as, receipt)));
  return all.length;
}

/** At the end: all receipts again, nothing twice, every invariant, every mail. */
async function checkAll({ machine, sink, http, applicants, report }) {
  await checkReceipts(http, applicants, 0, report);
  report.receipts = applicants.reduce((sum, { receipts }) => sum + receipts.length, 0);
  report.unknowns = applicants.reduce((sum, { unknowns }) => sum + unknowns, 0);
  report.complaints.push(...applicants.flatMap(({ complaints }) => complaints));
  const titles = await machine.sql('SELECT title FROM application GROUP BY title HAVING count(*) > 1');
  for (const { title } of titles) report.complaints.push(`${title} is there twice`);
  const sent = await machine.sql(`SELECT count(*)::int AS sent FROM application WHERE submitted_at IS NOT NULL`);
  if (sent[0].sent !== report.receipts)
    report.complaints.push(`${sent[0].sent} were sent, ${report.receipts} have a receipt`);
  await untilMailed(machine);
  await checkMails(machine, sink, report);
  await machine.checkInvariants().catch((error) => report.complaints.push(error.message));
}

/** Waits until the queue is empty; what waits to be tried again is tried at once. */
export async function untilMailed(machine) {
  for (let tries = 0; tries < 150; tries += 1) {
    await machine.sql(`UPDATE graphile_worker._private_jobs SET run_at = now() WHERE run_at > now()`);
    const waiting = await machine.sql(`SELECT 1 FROM outgoing_mail WHERE sent_at IS NULL LIMIT 1`);
    if (waiting.length === 0) return;
    await pause(200);
  }
  const jobs = await machine.sql(
    'SELECT key, attempts, locked_by, locked_at, last_error FROM graphile_worker._private_jobs',
  );
  const words = `${JSON.stringify(jobs)}\n${machine.worker.lastWords()}`;
  throw new Error(
    `Mails wait half a minute after everything is back. The queue and the worker's last words:\n${words}`,
  );
}

/** Each receipt was mailed, nothing else was, and a mail that was taken more than once is the same mail. */
async function checkMails(machine, sink, report) {
  const mails = await machine.sql(`SELECT id, recipient::text, subject FROM outgoing_mail`);
  for (const { id, recipient, subject } of mails) {
    const copies = sink.copiesOf(id);
    if (copies.length === 0) report.complaints.push(`a mail says it was sent and never came: ${subject}`);
    if (copies.some((copy) => copy.to !== recipient || copy.subject !== subject))
      report.complaints.push(`${id} changed`);
  }
  const ids = new Set(mails.map(({ id }) => `<${id}@commonlot.example>`));
  for (const { messageId } of sink.taken)
    if (!ids.has(messageId)) report.complaints.push(`nobody ordered ${messageId}`);
  const [{ receipts }] = await machine.sql(
    `SELECT count(*)::int AS receipts FROM outgoing_mail WHERE dedupe_key LIKE 'application.submitted:%'`,
  );
  if (receipts !== report.receipts) report.complaints.push(`${receipts} mails for ${report.receipts} receipts`);
}
