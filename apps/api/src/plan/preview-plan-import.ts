import type { Readable } from 'node:stream';
import type { AnswerOf, plan as contract } from '@commonlot/contracts';
import { Problem } from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import { Database, receiveBytes } from '../platform/index.js';
import { readCsv } from './import/read-csv.js';
import { readDocx } from './import/read-docx.js';
import { lineIdsIn } from './import/read-links.js';
import { readPlan } from './import/read-plan.js';
import { readXlsx } from './import/read-xlsx.js';
import { maximumBytes, type Table, unreadable } from './import/table.js';

type Contract = typeof contract.previewPlanImport;

/** The first bytes of a ZIP file, which an XLSX workbook and a DOCX document are. */
const zip = Buffer.from([0x50, 0x4b, 0x03, 0x04]);

/** Reads a file as plan lines: rows and errors. Nothing is stored; the lines are saved by `savePlanLines`. */
@Injectable()
export class PreviewPlanImport {
  constructor(private readonly database: Database) {}

  /** `contentLength` is the header: what the sender means to send, in bytes. */
  async execute(name: string, stream: Readable, contentLength: string | undefined): Promise<AnswerOf<Contract>> {
    const extension = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
    const bytes = await receiveBytes(stream, contentLength, maximumBytes);
    const isZip = bytes.subarray(0, zip.length).equals(zip);
    // Names of files with macros: what is in them does not matter.
    if (/^(?:xls|doc)m$/.test(extension) && isZip) throw unreadable('macros');
    if (extension === 'xlsx' && isZip) return this.answer(await readXlsx(bytes));
    if (extension === 'docx' && isZip) return this.answer(readDocx(bytes));
    if ((extension === 'csv' || extension === 'tsv') && !isZip) return this.answer(readCsv(bytes));
    throw new Problem('file.type-refused');
  }

  /** A line of the file is known again by its mark, which says of which year it is. */
  private async answer(table: Table): Promise<AnswerOf<Contract>> {
    const ids = lineIdsIn(table);
    const known = await this.database.rows<{ id: string; year: number }>(
      'SELECT l.id, p.year FROM plan_line l JOIN plan p ON p.id = l.plan_id WHERE l.id = ANY ($1)',
      [ids],
    );
    return answerOf(readPlan(table, new Map(known.map(({ id, year }) => [id, year]))));
  }
}

const answerOf = ({ rows, faultyRows, errors, sumCents }: ReturnType<typeof readPlan>) => ({
  rows: [...rows],
  faultyRows: [...faultyRows],
  errors: [...errors],
  sumCents,
});
