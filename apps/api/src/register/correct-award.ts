import type { AnswerOf, register as contract, InputOf } from '@commonlot/contracts';
import { type CorrectionKind, correct, Problem } from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import { requireNoConflict } from '../applications/index.js';
import { type Actor, newId, Transactions, type Tx } from '../platform/index.js';

type Contract = typeof contract.correctAward;

interface PublicValues {
  id: string;
  title: string;
  reason: string;
  municipality: string;
}

/** Publishes a correction: dated, with its explanation, beside the former value. The act itself stays as it was signed. */
@Injectable()
export class CorrectAward {
  constructor(private readonly transactions: Transactions) {}

  execute(actor: Actor, { params, body }: InputOf<Contract>): Promise<AnswerOf<Contract>> {
    return this.transactions.run(actor, async (tx) => {
      const award = await this.lockAward(tx, params.number);
      const formerValue = (await this.lastValue(tx, award.id, body.field)) ?? award[body.field];

      const correction = correct(
        { kind: body.field, formerValue, value: body.newValue, explanation: body.explanation },
        actor.personId ?? '',
        tx.now,
      );
      if (correction.kind === 'municipality') await this.requireMunicipality(tx, correction.value);

      const id = newId();
      await tx.query(
        `INSERT INTO award_correction (id, decision_id, field, former_value, new_value, explanation, corrected_by, corrected_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [
          id,
          award.id,
          correction.kind,
          correction.formerValue,
          correction.value,
          correction.explanation,
          correction.correctedById,
          correction.correctedAt,
        ],
      );
      await tx.record({
        type: 'decision.corrected',
        subjectId: award.id,
        after: { correctionId: id, field: body.field },
      });
      return { id };
    });
  }

  /** Locks the decision, so that of two corrections the second names the first as the former value. */
  private async lockAward(tx: Tx, number: string): Promise<PublicValues> {
    const [locked] = await tx.query<{ id: string; applicationId: string | null }>(
      'SELECT id, application_id AS "applicationId" FROM decision WHERE number = $1 FOR UPDATE',
      [number],
    );
    await requireNoConflict(tx, [locked?.applicationId ?? null]);
    const [award] = await tx.query<PublicValues>(
      `SELECT d.id, coalesce(a.title, f.title) AS title, d.public_reason AS reason,
         coalesce(a.municipality_nis, o.municipality_nis) AS municipality
       FROM released_award d JOIN organisation o ON o.id = d.organisation_id
         LEFT JOIN application a ON a.id = d.application_id LEFT JOIN direct_file f ON f.id = d.direct_file_id
       WHERE d.id = $1`,
      [locked?.id ?? null],
    );
    if (award === undefined) throw new Problem('record.missing');
    return award;
  }

  private async lastValue(tx: Tx, decisionId: string, field: CorrectionKind): Promise<string | null> {
    const [last] = await tx.query<{ value: string }>(
      `SELECT new_value AS value FROM award_correction WHERE decision_id = $1 AND field = $2
       ORDER BY sequence DESC LIMIT 1`,
      [decisionId, field],
    );
    return last?.value ?? null;
  }

  private async requireMunicipality(tx: Tx, nis: string): Promise<void> {
    const [found] = await tx.query('SELECT 1 FROM municipality WHERE nis = $1', [nis]);
    if (found === undefined) throw new Problem('correction.invalid', { blockers: ['municipality-invalid'] });
  }
}
