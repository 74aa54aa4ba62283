import { type Cents, cents, type LineKind, type LocalDate, type LocalisedText, Problem } from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import type { Tx } from '../platform/index.js';

/** A line as the plan in force has it. */
export interface PlanLineInForce {
  readonly lineId: string;
  readonly versionId: string;
  readonly versionNumber: number;
  readonly year: number;
  readonly stage: 'provisional' | 'definitive';
  readonly code: string;
  readonly kind: LineKind;
  readonly label: LocalisedText;
  /** Null for a heading and for a PM line: the plan names it and sets no amount. */
  readonly amountCents: Cents | null;
  readonly isPm: boolean;
  readonly legalGround: string;
  readonly beneficiaryNumber: string | null;
  readonly decreeReference: string;
  readonly decreeOn: LocalDate;
}

/** What other modules may know of the plan: its lines in force. */
@Injectable()
export class Plan {
  /** The line in the version of its year that is in force; throws `record.missing` when no such version has it. */
  async lineInForce(tx: Tx, lineId: string): Promise<PlanLineInForce> {
    const [row] = await tx.query<Omit<PlanLineInForce, 'amountCents'> & { amountCents: string | null }>(
      `SELECT l.line_id AS "lineId", v.id AS "versionId", v.number AS "versionNumber", p.year, v.stage, l.code, l.kind,
         l.label, l.amount_cents AS "amountCents", l.is_pm AS "isPm", l.legal_ground AS "legalGround",
         l.beneficiary_number AS "beneficiaryNumber", v.decree_reference AS "decreeReference",
         v.decree_on::text AS "decreeOn"
       FROM plan_version_line l JOIN plan_version v ON v.id = l.version_id JOIN plan p ON p.id = v.plan_id
       WHERE l.line_id = $1 AND v.state = 'in-force'`,
      [lineId],
    );
    if (row === undefined) throw new Problem('record.missing');
    return { ...row, amountCents: row.amountCents === null ? null : cents(Number(row.amountCents)) };
  }
}
