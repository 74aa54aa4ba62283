import { Sentence } from '../repository.mjs';
import { buildAll } from '../run/build.mjs';
import { say, steps } from '../run/progress.mjs';
import { stopAll, stopRequested } from '../run/shutdown.mjs';
import { call, signInPeople } from './client.mjs';
import { openCall, prepareBatch, writeDrafts } from './decided-call.mjs';
import { exportFigures } from './export-memory.mjs';
import { balanceFigures, commitmentFigure, longPlanFigures } from './figures-ledger.mjs';
import { readingFigures } from './figures-reading.mjs';
import { attachFile, autosave, signIn } from './figures-writing.mjs';
import { startLedgerWorld } from './ledger-world.mjs';
import { milliseconds } from './load.mjs';
import { pageFigures } from './pages.mjs';
import { recording, replays } from './replay.mjs';
import { durationLine, figureLines, machine, pageLine, writeJson } from './report.mjs';
import { inTurn, median } from './rounds.mjs';
import { startFigures } from './starts.mjs';
import { startWorld } from './world.mjs';

const minute = 60_000;
const day = 24 * 60 * minute;
const rounds = Number(process.env.BENCH_ROUNDS ?? 3);

/** `npm run bench -- ledger` measures plans and the ledger alone; without a word all is measured. */
const only = process.argv[2];

/**
 * `npm run bench`: measures the whole system, each figure beside a limit that is measured in the same run and in turn
 * with it. The client, both servers and PostgreSQL share this machine, so only the ratios mean something elsewhere.
 *
 * @returns {Promise<number>} the exit code
 */
export async function runBench() {
  const interrupted = stopRequested().then(() => 130);
  try {
    return await Promise.race([interrupted, measureAll()]);
  } finally {
    await stopAll();
  }
}

async function measureAll() {
  const parts = [measureSystem, measureLedger].filter(
    (part) => only === undefined || part.name.toLowerCase().endsWith(only),
  );
  if (parts.length === 0) throw new Sentence(`There is no "${only}" to measure: say system, ledger, or nothing.`);
  const step = steps(1 + parts.length * 5, 'packages');
  await step('build', buildAll);
  const measured = { starts: [], figures: [], acts: [], pages: [] };
  for (const part of parts) {
    for (const [kind, found] of Object.entries(await part(step))) measured[kind].push(...found);
  }
  report(measured);
  return 0;
}

async function measureSystem(step) {
  const starts = await step('starts', startFigures);
  const world = await step('a world to measure', startWorld);
  const people = await signInPeople(world.api);
  const acts = await step('a submission, and a batch of 200', () => measureActs(world, people));
  const figures = await step('reading and writing', () => measureFigures(world, people));
  const pages = await step('pages in a browser', () => pageFigures(world.web, pagesOf(people)));
  return { starts, figures, acts, pages };
}

async function measureLedger(step) {
  const world = await step('a ledger of 2,625,000 entries', startLedgerWorld);
  const people = await signInPeople(world.api);
  // First, while the API has done nothing else that takes memory.
  const exports = await step('exports', async () => inRounds(await exportFigures(world, people)));
  const plans = await step('a long plan', async () => inRounds(await longPlanFigures(world, people)));
  const balances = await step('balances', async () => inRounds(await balanceFigures(world, people)));
  const commitments = await step('200 commitments at once', () => commitmentFigure(world, rounds));
  return { figures: [...exports, ...plans, ...balances, commitments] };
}

/** The first full minute after so many milliseconds: a call closes on a minute of the clock. */
const minuteAfter = (milliseconds) => new Date(Math.ceil((Date.now() + milliseconds) / minute) * minute);

const pagesOf = (people) => ({
  'first page': { path: '/nl' },
  'award list': { path: '/nl/toekenningen' },
  'plan of 2017': { path: '/nl/verdelingsplan/2017' },
  'work list of an officer': { path: '/nl/work', cookie: people.officer },
  'work list of an applicant': { path: '/nl/work', cookie: people.applicant },
});

async function measureFigures(world, people) {
  const { api, web, raw, databaseUrl, recorder, recordFile } = world;
  const open = await openCall(api, people, minuteAfter(day));
  const drafts = await writeDrafts(api, people, open, { from: 1_000, count: 40 });
  const list = await call(api, 'GET', '/api/register/awards');
  const awardNumber = list.body.rows[0].number;
  const { plan } = (await call(api, 'GET', '/api/register/home')).body;
  await keepBytes(raw, 'list', `${api}/api/register/awards`);
  await keepBytes(raw, 'home', `${web}/nl`);
  await keepBytes(raw, 'award', `${web}/nl/toekenningen/${awardNumber}`);
  await keepBytes(raw, 'plan', `${web}/nl/verdelingsplan/${plan.year}`);
  await fetch(`${raw}/bytes/saved`, { method: 'PUT', body: '{}', headers: { 'content-type': 'application/json' } });
  const listSql = await recording(recordFile, () => call(recorder, 'GET', '/api/register/awards'));
  const draft = drafts[10];
  const path = `/api/applications/${draft.id}/draft`;
  const body = { answers: { summary: 'Nog een zin.' }, revision: draft.revision };
  const saveSql = await recording(recordFile, async () => {
    draft.revision = (await call(recorder, 'PATCH', path, { as: people.applicant, body })).body.revision;
  });
  const { etag } = list.headers;
  const all = [
    ...readingFigures({
      ...{ api, web, raw, awardNumber, year: plan.year, etag },
      sql: replays(databaseUrl, listSql.statements),
    }),
    autosave({ api, raw, people, drafts, sql: replays(databaseUrl, saveSql.statements) }),
    attachFile({ api, raw, people, drafts, questionId: 'quotes' }),
    signIn({ api, raw, accounts: world.accounts, password: world.password, hash: world.passwordHash }),
  ];
  return inRounds(all);
}

async function inRounds(figures) {
  const measured = [];
  for (const { name, unit, subjects } of figures) {
    measured.push({ name, unit, results: await inTurn(subjects, rounds) });
  }
  return measured;
}

async function keepBytes(raw, name, url) {
  const answer = await fetch(url);
  const headers = { 'content-type': answer.headers.get('content-type') };
  await fetch(`${raw}/bytes/${name}`, { method: 'PUT', body: await answer.arrayBuffer(), headers });
}

/** Things that can be done once only: how long, and how much of it is the database's time. */
async function measureActs({ api, recorder, recordFile }, people) {
  const as = people.applicant;
  const open = await openCall(api, people, minuteAfter(minute));
  const drafts = await writeDrafts(api, people, open);
  const submissions = [];
  for (const draft of drafts) {
    const submit = { as, body: { revision: draft.revision, declaresTruth: true } };
    const path = `/api/applications/${draft.id}/submission`;
    submissions.push(await timed(recordFile, () => call(recorder, 'POST', path, submit)));
  }
  await new Promise((resolve) => setTimeout(resolve, Math.max(0, open.closesAt.getTime() - Date.now() + 1500)));
  const batchId = await prepareBatch(recorder, people, open, drafts);
  const batch = `/api/decision-batches/${batchId}`;
  const { revision } = (await call(recorder, 'GET', batch, { as: people.minister })).body;
  const signature = { as: people.minister, body: { revision, signatoryTitle: 'Staatssecretaris' } };
  const signed = await timed(recordFile, () => call(recorder, 'POST', `${batch}/signature`, signature));
  return [
    { name: 'submit an application', ...middle(submissions) },
    { name: 'sign a batch of 200 decisions', ...signed },
  ];
}

async function timed(recordFile, work) {
  let ms = 0;
  const { ms: limitMs } = await recording(recordFile, async () => {
    ms = await milliseconds(work);
  });
  return { ms, limit: 'is the database', limitMs };
}

const middle = (all) => ({
  ms: median(all.map(({ ms }) => ms)),
  limit: 'is the database',
  limitMs: median(all.map(({ limitMs }) => limitMs)),
});

function report(parts) {
  const on = machine();
  say(`\n${on}; median of ${rounds} rounds in turn [least–most]\n`);
  for (const figure of parts.figures) say(figureLines(figure));
  for (const duration of [...parts.acts, ...parts.starts]) say(durationLine(duration));
  for (const page of parts.pages) say(pageLine(page));
  say(`\nAll of it: ${writeJson({ at: new Date().toISOString(), machine: on, rounds, ...parts })}`);
}
