import { runScript } from '../run/programs.mjs';
import { call } from './client.mjs';
import { ledgerYears } from './ledger-world.mjs';
import { slowestOfTwenty } from './load.mjs';
import { recording, slowestReplay } from './replay.mjs';
import { spreadOf } from './rounds.mjs';

/** A plan as long as no decree has been: 2,000 lines under 20 headings, some by formula, one takes what is left. */
const headings = 20;
const linesEach = 100;
const totalCents = 300_000_000_000;

function longPlan() {
  return Array.from({ length: headings }, (_, above) => [
    line(`${above + 1}`, { kind: 'heading' }),
    ...Array.from({ length: linesEach }, (_, place) => {
      const code = `${above + 1}.${place + 1}`;
      if (code === `${headings}.${linesEach}`) return line(code, { kind: 'balancing', formula: { kind: 'balance' } });
      const share = { kind: 'share', share: '0.0004', of: 'total', less: [] };
      return line(code, { amountCents: 100_000_000, formula: place === 0 ? share : null });
    }),
  ]).flat();
}

function line(code, change) {
  const label = { nl: `Lijn ${code}`, fr: `Ligne ${code}`, de: `Posten ${code}`, en: `Line ${code}` };
  const empty = { lineId: null, code, kind: 'nominative', label, amountCents: null, isPm: false };
  const written = { ...empty, legalGround: 'Wet van 19 april 2002, art. 23', beneficiaryNumber: null, ...change };
  return { ...written, amountCents: written.kind === 'heading' ? null : (written.amountCents ?? 0) };
}

/** Opens the long plan, and changes one amount of it, which the formulas follow. */
export async function longPlanFigures({ api, recorder, recordFile, databaseUrl }, people) {
  const as = people.minister;
  const head = { year: 2034, stage: 'provisional', totalCents, source: '', remark: null, fromVersionId: null };
  const { id } = (await call(api, 'POST', '/api/plan-versions', { as, body: head })).body;
  const path = `/api/plan-versions/${id}`;
  const save = async (base, lines, revision) =>
    (await call(base, 'PUT', `${path}/lines`, { as, body: { totalCents, lines, revision } })).body.revision;
  let revision = await save(api, longPlan(), 0);
  const { lines } = (await call(api, 'GET', path, { as })).body;
  const typed = lines.map(({ parentLineId, parentCode, subtotalCents, figures, ...input }) => input);
  let amountCents = 100_000_000;
  const change = async (base) => {
    amountCents += 100;
    typed[50] = { ...typed[50], amountCents };
    revision = await save(base, typed, revision);
  };
  const opened = await recording(recordFile, () => call(recorder, 'GET', path, { as }));
  const saved = await recording(recordFile, () => change(recorder));
  const limit = (statements) => slowestReplay(databaseUrl, statements);
  return [
    {
      name: 'open a plan of 2,000 lines',
      unit: 'ms, 19 of 20',
      subjects: { product: () => slowestOfTwenty(() => call(api, 'GET', path, { as })), pg: limit(opened.statements) },
    },
    {
      name: 'change and save one of 2,000 lines',
      unit: 'ms, 19 of 20',
      subjects: {
        product: async () => {
          // The same statements through `pg` have put back the revision that they know.
          revision = (await call(api, 'GET', path, { as })).body.revision;
          return slowestOfTwenty(() => change(api));
        },
        pg: limit(saved.statements),
      },
    },
  ];
}

/** The balances of 5,000 lines over two million entries: as SQL alone, and as the plan in force shows them. */
export async function balanceFigures({ api, recorder, recordFile, databaseUrl }, people) {
  const { year } = ledgerYears.balances;
  const versions = (await call(api, 'GET', '/api/plan-versions', { as: people.minister })).body.rows;
  const { id } = versions.find((version) => version.year === year);
  const balances = {
    text: `SELECT g.* FROM plan_version_line l
      JOIN ledger_line g ON g.line_id = l.line_id WHERE l.version_id = $1`,
    values: [id],
  };
  const read = async (name, path, least) => {
    const as = people.minister;
    const { statements } = await recording(recordFile, () => call(recorder, 'GET', path, { as }));
    return {
      name,
      unit: 'ms, 19 of 20',
      subjects: {
        product: () => slowestOfTwenty(() => call(api, 'GET', path, { as }), least),
        pg: slowestReplay(databaseUrl, statements, least),
      },
    };
  };
  return [
    {
      name: 'balances of 5,000 lines (SQL)',
      unit: 'ms, 19 of 20',
      subjects: { product: slowestReplay(databaseUrl, [balances]) },
    },
    await read('plan in force of 5,000 lines', `/api/plan-versions/${id}`, 5),
  ];
}

/** 200 commitments on one line at once, in a process that is an API and its own client. */
export async function commitmentFigure({ env, recordFile }, rounds) {
  const args = ['--import', new URL('record-sql.mjs', import.meta.url).href, 'packages/tooling/bench/commitments.mjs'];
  const output = await runScript('200 commitments at once', [...args, String(rounds)], {
    env: { ...env, RECORD_SQL: recordFile },
  });
  const rates = JSON.parse(output.trim().split('\n').at(-1));
  const results = Object.fromEntries(Object.entries(rates).map(([name, values]) => [name, spreadOf(values)]));
  return { name: '200 commitments at once on a line', unit: 'a second', results };
}
