import type { AnswerOf, payments as contract, InputOf } from '@commonlot/contracts';
import { confirmReduction, type Instalment, statesOfShrunk } from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import { Ledger } from '../ledger/index.js';
import { type Actor, Transactions, type Tx } from '../platform/index.js';
import { type Award, AwardRepository, type HeldInstalment } from './award.repository.js';
import { ReductionRepository, type ReductionRow } from './reduction.repository.js';
import { awardReducedMail } from './return-mails.js';
import { TellBeneficiary } from './tell-beneficiary.js';

type Contract = typeof contract.confirmReduction;

/**
 * Confirms a reduction by a second person: the money is available on its line again, the instalments that nobody approved
 * shrink from the last one on, and the beneficiary is told. The act stays as it was signed.
 */
@Injectable()
export class ConfirmReduction {
  constructor(
    private readonly transactions: Transactions,
    private readonly awards: AwardRepository,
    private readonly reductions: ReductionRepository,
    private readonly ledger: Ledger,
    private readonly beneficiary: TellBeneficiary,
  ) {}

  execute(actor: Actor, { params, body }: InputOf<Contract>): Promise<AnswerOf<Contract>> {
    return this.transactions.run(actor, async (tx) => {
      const { award, reduction } = await this.reductions.lock(tx, params.reductionId, body.revision);
      const instalments = await this.awards.holdInstalments(tx, award.id);

      const { state, closedById, changes } = confirmReduction(reduction, instalments, actor.personId ?? '');

      const revision = await this.reductions.close(tx, reduction, { state, closedById });
      for (const change of changes) await this.shrink(tx, change, instalments);
      await this.ledger.post(tx, {
        cause: 'release-commitment',
        lineId: award.lineId,
        amountCents: reduction.amountCents,
        subjectType: 'decision',
        subjectId: award.id,
      });
      await tx.record({
        type: 'decision.reduced',
        subjectId: award.id,
        after: { reductionCents: reduction.amountCents, reductionKind: reduction.kind },
      });
      await this.tell(tx, award, reduction);
      return { revision };
    });
  }

  /** An instalment that somebody prepared is prepared anew; one that is left with nothing is cancelled as it was. */
  private async shrink(tx: Tx, change: Instalment, instalments: readonly HeldInstalment[]): Promise<void> {
    const before = instalments.find(({ id }) => id === change.id);
    if (before === undefined) return;
    const moves = statesOfShrunk(change);
    for (const state of moves) {
      await tx.query(
        `UPDATE payment SET state = $2, bank_account_id = NULL, prepared_by = NULL, prepared_at = NULL WHERE id = $1`,
        [change.id, state],
      );
    }
    const isCancelled = change.amountCents === 0;
    await tx.query('UPDATE payment SET amount_cents = $2, revision = revision + 1 WHERE id = $1', [
      change.id,
      isCancelled ? before.amountCents : change.amountCents,
    ]);
    await tx.record({
      type: isCancelled ? 'payment.cancelled' : 'payment.reduced',
      subjectId: change.id,
      before: { state: before.state, amountCents: before.amountCents },
      after: { state: moves.at(-1) ?? before.state, amountCents: change.amountCents },
    });
  }

  private async tell(tx: Tx, award: Award, reduction: ReductionRow): Promise<void> {
    const { amountCents, kind, reference } = reduction;
    await this.beneficiary.tell(tx, award, {
      type: 'award.reduced',
      data: { number: award.number, amountCents },
      about: { type: 'decision', id: reduction.id },
      mail: (language, link) =>
        awardReducedMail(language, { title: award.title, number: award.number, amountCents, kind, reference, link }),
    });
  }
}
