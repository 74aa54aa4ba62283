import { type AnswerOf, ledger, payments } from '@commonlot/contracts';
import { brusselsDay, type LocalDate } from '@commonlot/domain';
import { type BankMovement, bankFile } from './data/bank-file.js';
import { fictionalIban } from './organisations.js';
import type { Stage } from './stage.js';

type Payment = AnswerOf<typeof payments.listPayments>['rows'][number];
type Repayment = AnswerOf<typeof payments.readAwardMoney>['repayments'][number];

/** What the minister may give a line beyond the plan; the second still waits for a signature. */
const overruns = [
  {
    code: '3.1.2',
    amountCents: 35_000_00,
    reason: 'Meer repatriëringen dan verwacht na de overstromingen; het budget van de lijn is opgebruikt.',
    act: 'Ministerieel besluit nr. 4 (demonstratie)',
  },
  {
    code: '5.2',
    amountCents: 60_000_00,
    reason: 'L’assurance du volontariat a été indexée de 7 % au renouvellement du contrat.',
    act: 'Arrêté ministériel n° 9 (démonstration)',
  },
] as const;

/** What awards lost, what came back, and what the bank says: the money after the decisions. */
export async function sceneMoney(stage: Stage, lineId: (code: string) => string): Promise<void> {
  await sceneOverruns(stage, lineId);
  const [ofPost, ofCentre] = await directAwards(stage);
  await sceneReceived(stage, ofCentre);
  const open = await sceneHalfReceived(stage, ofPost);
  await sceneBankStatement(stage, open, ofPost);
  await sceneReductions(stage);
}

async function sceneOverruns(stage: Stage, lineId: (code: string) => string): Promise<void> {
  const { client, cast, timeline } = stage;
  for (const [index, { code, amountCents, reason, act }] of overruns.entries()) {
    stage.clock(timeline.at(0.62 + index * 0.02));
    const { id: overrunId, revision } = await client.call(
      ledger.proposeOverrun,
      { params: { lineId: lineId(code) }, body: { amountCents, reason, actReference: act } as never },
      cast.get('officer'),
    );
    if (index > 0) continue;
    stage.clock(timeline.at(0.63));
    await client.call(ledger.signOverrun, { params: { overrunId }, body: { revision } }, cast.get('minister-deputy'));
  }
}

async function paymentsIn(stage: Stage, state: 'paid' | 'approved'): Promise<Payment[]> {
  const { rows } = await stage.client.call(
    payments.listPayments,
    { query: { state, limit: 200 } },
    stage.cast.get('controller'),
  );
  return rows.toSorted((one, other) => (one.number < other.number ? -1 : 1));
}

/** The first instalments of the two direct lines that were paid. */
async function directAwards(stage: Stage): Promise<[Payment, Payment]> {
  const paid = await paymentsIn(stage, 'paid');
  const [post, centre] = ['3.1.1', '3.2'].map((code) => paid.find(({ lineCode }) => lineCode === code));
  if (post === undefined || centre === undefined) throw new Error('The direct lines were not paid.');
  return [post, centre];
}

async function askBack(
  stage: Stage,
  { decisionId }: Payment,
  body: { amountCents: number; reason: string; dueOn: LocalDate },
) {
  const { client, cast } = stage;
  const { id } = await client.call(
    payments.askRepayment,
    { params: { decisionId }, body: { ...body, kind: 'unspent' } as never },
    cast.get('officer'),
  );
  return readRepayment(stage, decisionId, id);
}

async function readRepayment(stage: Stage, decisionId: string, repaymentId: string): Promise<Repayment> {
  const { client, cast } = stage;
  const money = await client.call(payments.readAwardMoney, { params: { decisionId } }, cast.get('officer'));
  const found = money.repayments.find(({ id }) => id === repaymentId);
  if (found === undefined) throw new Error('The repayment is not with its award.');
  return found;
}

async function receive(
  stage: Stage,
  { id, revision }: Repayment,
  amountCents: number,
  receivedOn: LocalDate,
  serial: number,
) {
  await stage.client.call(
    payments.recordReceipt,
    {
      params: { repaymentId: id },
      body: { revision, amountCents, receivedOn, bankReference: `CODA ${receivedOn} ${serial}` } as never,
    },
    stage.cast.get('controller'),
  );
}

/** What the centre did not use, and gave back at once. */
async function sceneReceived(stage: Stage, payment: Payment): Promise<void> {
  const { timeline } = stage;
  stage.clock(timeline.at(0.64));
  const asked = await askBack(stage, payment, {
    amountCents: 3_275_40,
    reason: 'Le justificatif d’utilisation montre que la formation de deux permanents n’a pas eu lieu.',
    dueOn: timeline.on(0.72),
  });
  stage.clock(timeline.at(0.67));
  await receive(stage, asked, 3_275_40, timeline.on(0.67), 31);
}

/** What the first-aid posts give back in two parts; the second is on the statement, and nobody recorded it yet. */
async function sceneHalfReceived(stage: Stage, payment: Payment): Promise<Repayment> {
  const { timeline } = stage;
  stage.clock(timeline.at(0.645));
  const asked = await askBack(stage, payment, {
    amountCents: 18_450_00,
    reason: 'Volgens het bewijs van besteding bleven drie hulpposten gesloten; hun deel werd niet gebruikt.',
    dueOn: brusselsDay(new Date(timeline.now.getTime() + 21 * 86_400_000)),
  });
  stage.clock(timeline.at(0.68));
  await receive(stage, asked, 9_225_00, timeline.on(0.68), 47);
  return asked;
}

/**
 * The bank's statement of the day of the payments. One transfer left with a euro too little, so that it differs; one
 * credit is the second part of a repayment; what was approved and left waits to be confirmed.
 */
async function sceneBankStatement(stage: Stage, open: Repayment, from: Payment): Promise<void> {
  const { client, cast, timeline } = stage;
  const on = timeline.on(0.7);
  const paid = (await paymentsIn(stage, 'paid')).filter(({ paidOn }) => paidOn === on);
  const approved = await paymentsIn(stage, 'approved');
  const wrong = approved.at(-1);
  const movements: BankMovement[] = [...paid, ...approved].map((payment, index) => ({
    direction: 'DBIT',
    amountCents: payment.amountCents - (payment === wrong ? 1_00 : 0),
    bankReference: `${on.replaceAll('-', '')}${String(index + 1).padStart(4, '0')}`,
    endToEndId: payment.number,
    structured: '',
    name: payment.organisationName,
    iban: payment.iban ?? '',
  }));
  movements.push({
    direction: 'CRDT',
    amountCents: 9_225_00,
    bankReference: `${on.replaceAll('-', '')}0900`,
    endToEndId: '',
    structured: open.communication,
    name: from.organisationName,
    iban: from.iban ?? '',
  });
  const text = bankFile({ account: fictionalIban(9_000), number: 88, on, openingCents: 4_318_206_55, movements });
  stage.clock(timeline.at(0.705, 24 * 60));
  const query = { name: `camt053-${on}.xml` };
  await client.upload(payments.importBankStatements, { query }, Buffer.from(text), cast.get('controller'));
}

/** A project that became smaller, lowered and signed; and one that the minister has still to judge. */
async function sceneReductions(stage: Stage): Promise<void> {
  const { client, cast, timeline } = stage;
  const awards = (await paymentsIn(stage, 'paid')).filter(({ lineCode }) => lineCode === '6.1');
  stage.clock(timeline.at(0.713));
  const proposals = [
    {
      amountCents: 1_240_00,
      kind: 'smaller-project',
      reason: 'Het bewijs van besteding toont vier werkdagen in plaats van zes; de kosten vielen lager uit.',
      reference: 'Oproepreglement, artikel 9: vermindering naar verhouding van de kosten',
    },
    {
      amountCents: 865_50,
      kind: 'conditions-not-met',
      reason: 'Une partie des factures date d’avant le début du projet et n’est donc pas admissible.',
      reference: 'Règlement de l’appel, article 7 : dépenses admissibles',
    },
  ];
  for (const [index, body] of proposals.entries()) {
    const award = awards[index];
    if (award === undefined) throw new Error('Fewer awards were paid than are lowered.');
    const { id: reductionId, revision } = await client.call(
      payments.proposeReduction,
      { params: { decisionId: award.decisionId }, body: body as never },
      cast.get('officer-2'),
    );
    if (index > 0) continue;
    await client.call(
      payments.confirmReduction,
      { params: { reductionId }, body: { revision } },
      cast.get('minister-deputy'),
    );
  }
}
