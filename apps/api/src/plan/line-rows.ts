import { type Cents, cents } from '@commonlot/domain';
import type { PlanLine } from './plan-lines.js';

/** A line as it is read: with the line above it by its id too. */
export type ReadLine = PlanLine & { readonly parentLineId: string | null };

/** What is said of a line in tables of their own. */
type Aside = Pick<PlanLine, 'predecessorIds' | 'commitments' | 'advice'>;

interface LineRow extends Omit<ReadLine, 'parentCode' | 'amountCents' | keyof Aside> {
  /** Text inside of a transaction, a number outside. */
  readonly amountCents: string | number | null;
}

interface AsideRow {
  readonly lineId: string;
  readonly facts: Partial<Aside>;
}

type Read = <T>(text: string, values: readonly unknown[]) => Promise<T[]>;

const linesOfVersion = `SELECT line_id AS "lineId", parent_line_id AS "parentLineId", code, kind, label AS labels,
    amount_cents AS "amountCents", is_pm AS "isPm", legal_ground AS "legalGround",
    beneficiary_number AS "beneficiaryNumber", formula, sector, is_extra_support AS "isExtraSupport",
    co_minister AS "coMinister"
  FROM plan_version_line WHERE version_id = $1 ORDER BY position`;

/** The lines that a line continues in a steady order, and what it promises in the order of `byYearAndAct`. */
const asideOfVersion = `
  SELECT line_id AS "lineId", jsonb_build_object('predecessorIds', jsonb_agg(predecessor_id ORDER BY predecessor_id)) AS facts
  FROM plan_version_line_predecessor WHERE version_id = $1 GROUP BY line_id
  UNION ALL
  SELECT line_id, jsonb_build_object('commitments', jsonb_agg(jsonb_build_object('year', year, 'amountCents', amount_cents,
    'reference', reference) ORDER BY year, reference COLLATE "C"))
  FROM plan_version_line_commitment WHERE version_id = $1 GROUP BY line_id
  UNION ALL
  SELECT line_id, jsonb_build_object('advice', jsonb_build_object('adviser', adviser, 'askedOn', asked_on,
    'givenOn', given_on, 'reference', reference))
  FROM plan_version_line_advice WHERE version_id = $1`;

/**
 * The lines of a version in the order of the decree. They are put together here and not by joins: PostgreSQL knows
 * nothing yet of a version that was just written, takes it for a few lines, and compares each line with each, which
 * takes half a second for two thousand of them.
 */
export async function linesOf(read: Read, versionId: string): Promise<ReadLine[]> {
  const rows = await read<LineRow>(linesOfVersion, [versionId]);
  const aside = new Map<string, Partial<Aside>>();
  for (const { lineId, facts } of await read<AsideRow>(asideOfVersion, [versionId])) {
    aside.set(lineId, { ...aside.get(lineId), ...facts });
  }
  const codes = new Map(rows.map((row) => [row.lineId, row.code]));
  return rows.map((row) => {
    const { predecessorIds = [], commitments = [], advice = null } = aside.get(row.lineId) ?? {};
    const parentCode = row.parentLineId === null ? null : (codes.get(row.parentLineId) ?? null);
    return { ...row, parentCode, amountCents: amountOf(row), predecessorIds, commitments, advice };
  });
}

const amountOf = ({ amountCents }: LineRow): Cents | null => (amountCents === null ? null : cents(Number(amountCents)));
