import { Readable } from 'node:stream';
import type { plan as contract, InputOf } from '@commonlot/contracts';
import { cents, type LocalDate, type LocalisedText, Problem, subtotals } from '@commonlot/domain';
import { Inject, Injectable } from '@nestjs/common';
import { renderDocument, renderDocx } from '../platform/documents/index.js';
import { CONFIG, type Config, Database } from '../platform/index.js';
import { decreeOf } from './documents/decree.js';
import { csvOf, xlsxOf } from './documents/line-table.js';
import { type ActLanguages, isDraft, type PlanAct } from './documents/plan-act.js';
import { linesOf } from './line-rows.js';
import type { PlanLine } from './plan-lines.js';

type Contract = typeof contract.readPlanDocument;
type Form = InputOf<Contract>['params']['form'];
type VersionRow = Omit<PlanAct, 'lines' | 'isDemonstration'>;
type LineRow = Omit<PlanLine, 'labels'> & { readonly label: LocalisedText };

const mediaTypes = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const;

const names: Readonly<Record<Form, string>> = {
  'decree.pdf': 'verdelingsplan-plan-de-repartition',
  'decree.docx': 'verdelingsplan-plan-de-repartition',
  'decree-de.pdf': 'verteilungsplan',
  'decree-de.docx': 'verteilungsplan',
  'lines.xlsx': 'plan',
  'lines.csv': 'plan',
};

const bilingual: ActLanguages = ['nl', 'fr'];

/** A version as a document: made anew from its rows at every request, so that it never says less than the screen. */
@Injectable()
export class ReadPlanDocument {
  constructor(
    private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Throws `record.missing`. */
  async execute({ params, query }: InputOf<Contract>) {
    const version = await this.version(params.versionId);
    const lines = await this.lines(params.versionId);
    const content = await this.contentOf(params.form, version, lines, query.sums === 'with');
    const type = params.form.slice(params.form.lastIndexOf('.') + 1) as keyof typeof mediaTypes;
    const draft = isDraft(version) ? '-ontwerp-projet' : '';
    return {
      name: `${names[params.form]}-${version.year}-v${version.number}${draft}.${type}`,
      mediaType: mediaTypes[type],
      sizeBytes: content.length,
      stream: Readable.from([content]),
    };
  }

  private contentOf(form: Form, version: VersionRow, lines: readonly LineRow[], withSums: boolean) {
    if (form === 'lines.csv') return csvOf(lines);
    if (form === 'lines.xlsx') return xlsxOf(lines, version.changedAt);
    const totals = subtotals(lines.map((line) => ({ ...line, labels: line.label })));
    const act: PlanAct = {
      ...version,
      lines: lines.map((line) => ({ ...line, subtotalCents: totals.get(line.code) ?? cents(0) })),
      isDemonstration: this.config.isDemonstration,
    };
    const document = decreeOf(act, { languages: form.startsWith('decree-de.') ? ['de'] : bilingual, withSums });
    return form.endsWith('.pdf') ? renderDocument(document) : renderDocx(document);
  }

  private async version(versionId: string): Promise<VersionRow> {
    const row = await this.database.row<VersionRow & { decreeOn: LocalDate | null }>(
      `SELECT p.year, v.number, v.stage, v.state, v.total_cents AS "totalCents",
         v.decree_reference AS "decreeReference", v.decree_on AS "decreeOn",
         v.accounts_reference AS "accountsReference",
         coalesce((SELECT max(j.at) FROM journal j WHERE j.subject_type = 'plan-version' AND j.subject_id = v.id),
           now()) AS "changedAt",
         coalesce((SELECT jsonb_agg(jsonb_build_object('kind', s.kind, 'on', s.done_on) ORDER BY s.kind DESC)
           FROM plan_version_step s WHERE s.version_id = v.id AND s.done_on IS NOT NULL
             AND s.kind IN ('finance-advice', 'budget-agreement')), '[]') AS steps
       FROM plan_version v JOIN plan p ON p.id = v.plan_id WHERE v.id = $1`,
      [versionId],
    );
    if (row === null) throw new Problem('record.missing');
    return row;
  }

  private async lines(versionId: string): Promise<LineRow[]> {
    const lines = await linesOf((text, values) => this.database.rows(text, values), versionId);
    return lines.map(({ labels, ...line }) => ({ ...line, label: labels }));
  }
}
