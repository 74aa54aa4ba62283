import { payments } from '@commonlot/contracts';
import { localDate } from '@commonlot/domain';
import { PlanPayments } from '../payments/index.js';
import { type AwardChange, type GivenAward, type GivenRows, givenAward, givenPlanRows } from './given-rows.js';
import type { TestApi, TestPerson } from './test-api.js';

type Step = typeof payments.preparePayment | typeof payments.approvePayment;

/** What a test of payments works with: a plan, an officer who prepares and a controller who approves. */
export class GivenPayments {
  private constructor(
    private readonly api: TestApi,
    readonly plan: GivenRows,
    readonly officer: TestPerson,
    readonly controller: TestPerson,
  ) {}

  static async start(api: TestApi): Promise<GivenPayments> {
    return new GivenPayments(
      api,
      await givenPlanRows(api, 2026),
      await api.person(['officer'], 'Oscar Officer'),
      await api.person(['controller'], 'Carla Controller'),
    );
  }

  /** An award of 10 000.01 euros in instalments of 80 % and 20 %, planned, to an organisation with a verified account. */
  async planned(change: AwardChange & { readonly account?: boolean } = {}): Promise<GivenAward> {
    const award = await givenAward(this.api, this.plan, { amountCents: 1_000_001, ...change });
    if (change.account !== false) await this.verifyAccount(award);
    await this.api.get(PlanPayments).run(award.decisionId);
    return award;
  }

  /** The first instalment, up to its approval. */
  async approved(): Promise<{ award: GivenAward; id: string; revision: number }> {
    const award = await this.planned();
    const { id, revision } = await this.firstOf(award);
    const prepared = await this.step(payments.preparePayment, id, revision, this.officer);
    const approved = await this.step(payments.approvePayment, id, prepared.revision, this.controller);
    return { award, id, revision: approved.revision };
  }

  /** The first instalment, paid: 8 000.01 of 10 000.01 euros. */
  async paid(change: AwardChange = {}): Promise<GivenAward> {
    const award = await this.planned(change);
    const { id, revision } = await this.firstOf(award);
    const prepared = await this.step(payments.preparePayment, id, revision, this.officer);
    const approved = await this.step(payments.approvePayment, id, prepared.revision, this.controller);
    const body = { revision: approved.revision, paidOn: localDate('2026-01-15'), bankReference: 'ST-1' };
    await this.api.ok(payments.confirmPayment, { params: { paymentId: id }, body }, { as: this.controller });
    return award;
  }

  /** Verifies a (new) account of the organisation; the one before it is replaced. */
  async verifyAccount({ organisation }: GivenAward, iban = 'BE68539007547034'): Promise<void> {
    await this.api.sql(`UPDATE bank_account SET state = 'replaced' WHERE organisation_id = $1 AND state = 'verified'`, [
      organisation.id,
    ]);
    await this.api.sql(
      `INSERT INTO bank_account (id, organisation_id, iban, holder, state, proposed_by)
       VALUES (gen_random_uuid(), $1, $2, 'Koor', 'proposed', $3)`,
      [organisation.id, iban, organisation.representative.id],
    );
    await this.api.sql(
      `UPDATE bank_account SET state = 'verified', judged_by = $2, judged_at = now()
       WHERE organisation_id = $1 AND state = 'proposed'`,
      [organisation.id, this.controller.id],
    );
  }

  /** The instalments of an award as somebody sees them in the list, read page by page. */
  async of(award: GivenAward, as = this.officer) {
    const all = [];
    for (let after: string | null | undefined; after !== null; ) {
      const query = { limit: 3, ...(after === undefined ? {} : { after }) };
      const page = await this.api.ok(payments.listPayments, { query }, { as });
      all.push(...page.rows);
      after = page.next;
    }
    return all.filter(({ decisionId }) => decisionId === award.decisionId);
  }

  async firstOf(award: GivenAward, as = this.officer) {
    const [first] = await this.of(award, as);
    if (first === undefined) throw new Error('No payment was planned.');
    return first;
  }

  step(endpoint: Step, id: string, revision: number, as: TestPerson) {
    return this.api.ok(endpoint, { params: { paymentId: id }, body: { revision } }, { as });
  }

  refused(endpoint: Step, id: string, revision: number, as: TestPerson) {
    return this.api.refused(endpoint, { params: { paymentId: id }, body: { revision } }, { as });
  }

  /** What the ledger holds for the decision, by account. */
  async figures({ decisionId }: GivenAward): Promise<Record<string, number>> {
    const rows = await this.api.sql<{ kind: string; balance: string }>(
      'SELECT kind, balance_cents AS balance FROM ledger_account WHERE subject_id = $1',
      [decisionId],
    );
    return Object.fromEntries(rows.map(({ kind, balance }) => [kind, Number(balance)]));
  }
}
