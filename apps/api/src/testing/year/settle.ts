import { createHash } from 'node:crypto';
import { applications, ledger } from '@commonlot/contracts';
import { AuditExport, archiveVerdict } from '../audit-export.js';
import { allAwards, allPayments } from './all-pages.js';
import type { Game } from './game.js';
import type { ApplicationModel } from './model.js';

/** The end of the year: everything that was acknowledged is there, and nothing else. Throws at the first difference. */
export async function settle(game: Game): Promise<void> {
  await game.api.work();
  for (const application of game.model.applications) await receiptHolds(game, application);
  await paymentsHold(game);
  await linesHold(game);
  await registerHolds(game);
  await exportHolds(game);
}

/** What an auditor takes away proves itself, without the product. */
async function exportHolds({ api }: Game): Promise<void> {
  await api.sql('SELECT * FROM seal_journal()');
  const years = await api.sql<{ year: number }>(
    `SELECT p.year FROM plan p JOIN plan_version v ON v.plan_id = p.id WHERE v.state = 'in-force'`,
  );
  const auditor = await api.person(['auditor']);
  for (const { year } of years) {
    const { archive } = await AuditExport.of(api, year, auditor);
    const { code, report } = await archiveVerdict(archive);
    if (code !== 0) throw new Error(`the export of ${year} does not verify: ${report}`);
  }
}

function same(what: string, is: unknown, must: unknown): void {
  const [found, wanted] = [JSON.stringify(is), JSON.stringify(must)];
  if (found !== wanted) throw new Error(`${what} is ${found} and must be ${wanted}`);
}

/** What applicants may know of the state of their file, by what it really is. */
const shown: Readonly<Record<ApplicationModel['state'], string>> = {
  draft: 'draft',
  submitted: 'submitted',
  admitted: 'submitted',
  excluded: 'submitted',
  awarded: 'awarded',
  refused: 'refused',
  'exclusion-confirmed': 'not-admissible',
  withdrawn: 'withdrawn',
  discarded: 'discarded',
};

/** R4: the receipt that was given is the one that stands, and its hash is that of what is kept. */
async function receiptHolds(game: Game, application: ApplicationModel): Promise<void> {
  const { id, state, receipts, organisation, title } = application;
  const [receipt] = receipts;
  const own = await game.read(
    applications.readOwnApplication,
    { params: { applicationId: id } },
    organisation.representative,
  );
  same(`the state of ${own.number}`, own.releasedState, shown[state]);
  for (const other of receipts) same(`another receipt of ${own.number}`, other, receipt);
  const is = { number: own.number, submittedAt: own.submittedAt, contentHash: own.contentHash };
  same(`the receipt of ${own.number}`, is, receipt ?? { number: own.number, submittedAt: null, contentHash: null });
  if (receipt === undefined) return;
  const [row] = await game.api.sql<{ content: string; entries: string }>(
    `SELECT sent_content AS content, (SELECT count(*) FROM journal j WHERE j.subject_id = a.id
       AND j.type = 'application.submitted')::text AS entries FROM application a WHERE id = $1`,
    [id],
  );
  const content = row?.content ?? '';
  same(`the hash of ${own.number}`, createHash('sha256').update(content).digest('hex'), receipt.contentHash);
  if (!content.includes(title)) throw new Error(`What ${own.number} sent does not hold its title.`);
  same(`how often ${own.number} was sent`, row?.entries, '1');
}

async function paymentsHold(game: Game): Promise<void> {
  const all = await allPayments(game, 'controller A');
  same('the number of payments', all.length, game.model.payments.length);
  for (const payment of game.model.payments) {
    const row = all.find(({ id }) => id === payment.id);
    const must = { state: payment.state, amountCents: payment.amountCents, decisionId: payment.decision.id };
    same(
      `payment ${payment.id}`,
      { state: row?.state, amountCents: row?.amountCents, decisionId: row?.decisionId },
      must,
    );
    // The money went to the account that was verified when it was prepared, and to no other.
    if (payment.iban !== null) same(`the account of ${payment.id}`, row?.iban?.replaceAll(' ', ''), payment.iban);
  }
}

async function linesHold(game: Game): Promise<void> {
  for (const line of game.model.lines) {
    const is = await game.read(ledger.readLineFigures, { params: { lineId: line.id } }, 'auditor');
    same(`line ${line.code}`, is, game.model.figures(line));
  }
}

/** The public sees every award that was released, with its amount, and none that was not. */
async function registerHolds(game: Game): Promise<void> {
  const { batches } = game.model;
  const released = batches.filter(({ state }) => state === 'released').flatMap(({ decisions }) => decisions);
  const must = released.filter(({ outcome, isLapsed }) => outcome === 'award' && !isLapsed);
  const rows = await allAwards(game);
  const amounts = (all: readonly { number: string; amountCents: number }[]) =>
    all.map(({ number, amountCents }) => `${number} ${amountCents}`).toSorted();
  same('the awards of the register', amounts(rows), amounts(must));
}
