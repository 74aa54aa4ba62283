import type { AnswerOf, plan as contract } from '@commonlot/contracts';
import {
  canConfigurePlanSteps,
  canSubmitPlan,
  cents,
  type LineFigures,
  openPlanSteps,
  type PlanLineFacts,
  type PlanStep,
  Problem,
  planLifecycle,
  planStepKinds,
  recordablePlanSteps,
  stepOf,
  subtotals,
} from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import { type Actor, Database } from '../platform/index.js';
import { linesOf, type ReadLine } from './line-rows.js';

type Version = AnswerOf<typeof contract.readPlanVersion>;
type Line = Version['lines'][number];
type Head = AnswerOf<typeof contract.listPlanVersions>['rows'][number];

interface VersionRow extends Omit<Version, 'may' | 'lines' | 'steps' | 'earlierSteps'> {
  readonly involvedIds: readonly string[];
}

interface Step extends PlanStep {
  readonly reference: string | null;
  readonly recordedBy: string | null;
  readonly recordedAt: Date | null;
}

const headColumns = `v.id, p.year, v.number, v.stage, v.state, v.total_cents AS "totalCents",
  v.unassigned_cents AS "unassignedCents", v.decree_reference AS "decreeReference", v.decree_on AS "decreeOn",
  v.accounts_reference AS "accountsReference", v.revision`;

/** Reads of plans. */
@Injectable()
export class PlanQueries {
  constructor(private readonly database: Database) {}

  async versions(): Promise<{ rows: Head[] }> {
    const rows = await this.database.rows<Head>(
      `SELECT ${headColumns} FROM plan_version v JOIN plan p ON p.id = v.plan_id ORDER BY p.year DESC, v.number DESC`,
    );
    return { rows };
  }

  async version(actor: Actor, versionId: string): Promise<Version> {
    const row = await this.database.row<VersionRow>(
      `SELECT ${headColumns}, v.remark, v.source, drafter.name AS "draftedBy", submitter.name AS "submittedBy",
         v.submitted_at AS "submittedAt", approver.name AS "approvedBy", v.approved_at AS "approvedAt",
         v.in_force_at AS "inForceAt", v.return_reason AS "returnReason",
         ARRAY(SELECT v.submitted_by UNION SELECT d.person_id FROM plan_version_drafter d WHERE d.version_id = v.id)
           AS "involvedIds"
       FROM plan_version v JOIN plan p ON p.id = v.plan_id JOIN person drafter ON drafter.id = v.drafted_by
         LEFT JOIN person submitter ON submitter.id = v.submitted_by
         LEFT JOIN person approver ON approver.id = v.approved_by
       WHERE v.id = $1`,
      [versionId],
    );
    if (row === null) throw new Problem('record.missing');
    const { involvedIds, ...version } = row;
    const { facts, lines } = await this.tree(versionId, version.state === 'in-force');
    const steps = await this.steps(versionId);
    const plan = { state: version.state, totalCents: cents(version.totalCents), lines: facts, steps };
    const earlierSteps = await this.earlierSteps(versionId);
    return { ...version, lines, steps, earlierSteps, may: mayOf(actor, plan, involvedIds) };
  }

  private async steps(versionId: string): Promise<Step[]> {
    const stored = await this.database.rows<Step>(
      `SELECT s.kind, s.is_required AS "isRequired", s.done_on AS "doneOn", s.reference, p.name AS "recordedBy",
         s.recorded_at AS "recordedAt"
       FROM plan_version_step s LEFT JOIN person p ON p.id = s.recorded_by WHERE s.version_id = $1`,
      [versionId],
    );
    const open = { isRequired: false, doneOn: null, reference: null, recordedBy: null, recordedAt: null };
    return planStepKinds.map((kind) => stepOf(stored, kind) ?? { kind, ...open });
  }

  private earlierSteps(versionId: string): Promise<Version['earlierSteps']> {
    return this.database.rows(
      `SELECT s.revision, s.kind, s.done_on AS "doneOn", s.reference, p.name AS "recordedBy",
         s.recorded_at AS "recordedAt", s.sent_back_at AS "sentBackAt"
       FROM plan_version_earlier_step s JOIN person p ON p.id = s.recorded_by WHERE s.version_id = $1
       ORDER BY s.revision DESC, array_position($2::text[], s.kind)`,
      [versionId, [...planStepKinds]],
    );
  }

  async line(lineId: string): Promise<AnswerOf<typeof contract.readPlanLine>> {
    const version = await this.database.row<Pick<Head, 'year' | 'stage' | 'state'> & { versionId: string }>(
      `SELECT v.id AS "versionId", p.year, v.stage, v.state
       FROM plan_version_line l JOIN plan_version v ON v.id = l.version_id JOIN plan p ON p.id = v.plan_id
       WHERE l.line_id = $1 AND v.state = 'in-force'`,
      [lineId],
    );
    // The whole tree is read: the figures of a heading are those of the lines under it.
    if (version === null) throw new Problem('record.missing');
    const { lines } = await this.tree(version.versionId, true);
    const line = lines.find((each) => each.lineId === lineId);
    if (line === undefined) throw new Problem('record.missing');
    return { ...line, ...version };
  }

  private async tree(versionId: string, isInForce: boolean): Promise<{ facts: PlanLineFacts[]; lines: Line[] }> {
    const facts = await linesOf((text, values) => this.database.rows(text, values), versionId);
    const totals = subtotals(facts);
    const figures = isInForce ? figuresOf(facts, await this.figures(versionId)) : null;
    const lines = facts.map((line) => ({
      ...line,
      label: line.labels,
      subtotalCents: totals.get(line.code) ?? cents(0),
      figures: figures?.get(line.lineId) ?? null,
    }));
    return { facts, lines };
  }

  private figures(versionId: string): Promise<FigureRow[]> {
    return this.database.rows<FigureRow>(
      `SELECT l.line_id AS "lineId", g.allocated_cents AS "allocatedCents", g.reserved_cents AS "reservedCents",
         g.committed_cents AS "committedCents", g.paid_cents AS "paidCents", g.available_cents AS "availableCents"
       FROM plan_version_line l JOIN ledger_line g ON g.line_id = l.line_id
       WHERE l.version_id = $1`,
      [versionId],
    );
  }
}

/** What money did on a line of its own. */
type FigureRow = LineFigures & { readonly lineId: string };

const figureNames = ['allocatedCents', 'reservedCents', 'committedCents', 'paidCents', 'availableCents'] as const;
type Sums = Record<(typeof figureNames)[number], number>;

/** The figures of each line; of a heading the sums over the lines under it. */
function figuresOf(
  lines: readonly Pick<ReadLine, 'lineId' | 'parentLineId'>[],
  moved: readonly FigureRow[],
): Map<string, LineFigures> {
  const parents = new Map(lines.map((line) => [line.lineId, line.parentLineId]));
  const none = () => Object.fromEntries(figureNames.map((name) => [name, 0])) as Sums;
  const sums = new Map(lines.map((line) => [line.lineId, none()]));
  for (const row of moved) {
    for (let at: string | null = row.lineId; at !== null; at = parents.get(at) ?? null) {
      const sum = sums.get(at);
      if (sum !== undefined) for (const name of figureNames) sum[name] += row[name];
    }
  }
  return sums as Map<string, Sums & LineFigures>;
}

/** The same rules as the use cases, asked beforehand. */
function mayOf(
  actor: Actor,
  plan: Parameters<typeof canSubmitPlan>[0] & { readonly steps: readonly Step[] },
  involvedIds: readonly string[],
): Version['may'] {
  const mayWrite = actor.permissions.has('plan:write');
  const mayApprove = actor.permissions.has('plan:approve');
  return {
    edit: mayWrite && plan.state === 'draft',
    submit: mayWrite && canSubmitPlan(plan),
    approve: mayApprove && planLifecycle.can(plan.state, 'approve') && !involvedIds.includes(actor.personId ?? ''),
    sendBack: mayApprove && planLifecycle.can(plan.state, 'sendBack'),
    enterIntoForce:
      mayApprove && planLifecycle.can(plan.state, 'enterIntoForce') && openPlanSteps(plan.steps).length === 0,
    configureSteps: mayWrite && canConfigurePlanSteps(plan.state),
    recordSteps: mayApprove ? recordablePlanSteps(plan.state, plan.steps) : [],
  };
}
