import { adviceText, commitmentsText, formulaText, type LocalisedText } from '@commonlot/domain';
import ExcelJS from 'exceljs';
import { type ImportColumn, importColumns } from '../import/columns.js';
import { guarded } from '../import/table.js';
import type { PlanLine } from '../plan-lines.js';

/** A line as the table of a version holds it: everything that the import reads. */
export type TableLine = Pick<
  PlanLine,
  | 'code'
  | 'kind'
  | 'amountCents'
  | 'isPm'
  | 'legalGround'
  | 'beneficiaryNumber'
  | 'formula'
  | 'sector'
  | 'isExtraSupport'
  | 'coMinister'
  | 'lineId'
  | 'predecessorIds'
  | 'commitments'
  | 'advice'
> & { readonly label: LocalisedText };

const textsOf = (line: TableLine): Record<Exclude<ImportColumn, 'amount'>, string> => ({
  ...dutyTexts(line),
  code: line.code,
  kind: line.kind,
  label_nl: line.label.nl,
  label_fr: line.label.fr,
  label_de: line.label.de ?? '',
  label_en: line.label.en ?? '',
  pm: line.isPm ? 'x' : '',
  legal_ground: line.legalGround,
  beneficiary: line.beneficiaryNumber ?? '',
  formula: formulaText(line.formula),
  sector: line.sector ?? '',
  extra_support: line.isExtraSupport ? 'x' : '',
  co_minister: line.coMinister,
});

function dutyTexts({ lineId, predecessorIds, commitments, advice }: TableLine) {
  const { adviser, askedOn, givenOn, reference } = adviceText(advice);
  return {
    line: lineId,
    predecessors: predecessorIds.join(' '),
    commitments: commitmentsText(commitments),
    advice_of: adviser,
    advice_asked_on: askedOn,
    advice_given_on: givenOn,
    advice_reference: reference,
  };
}

const quoted = (text: string) => (/[;"\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** '1250,50': euros as a spreadsheet in Belgium reads them; nothing for a heading and for PM. */
function amountText({ amountCents }: TableLine): string {
  if (amountCents === null) return '';
  const digits = String(amountCents).padStart(3, '0');
  return `${digits.slice(0, -2)},${digits.slice(-2)}`;
}

/** The lines as CSV: UTF-8 with its mark and semicolons, for Excel; no cell is a formula. */
export function csvOf(lines: readonly TableLine[]): Buffer {
  const rows = lines.map((line) => {
    const texts = textsOf(line);
    return importColumns.map((column) =>
      column === 'amount' ? quoted(amountText(line)) : quoted(guarded(texts[column])),
    );
  });
  return Buffer.from(`\ufeff${[importColumns, ...rows].map((cells) => cells.join(';')).join('\r\n')}\r\n`);
}

const widths: Partial<Record<ImportColumn, number>> = { label_nl: 48, label_fr: 48, amount: 18, legal_ground: 30 };

/** The file format reads `_x0041_` in a text as a letter; the underscore is written so that it stays one (22.4.2.4). */
const literal = (text: string) => text.replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');

/** The lines as an XLSX workbook: codes as text, amounts as numbers of euros. */
export async function xlsxOf(lines: readonly TableLine[], createdAt: Date): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  book.creator = 'Commonlot';
  book.created = createdAt;
  const sheet = book.addWorksheet('plan', { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = importColumns.map((column) => ({
    header: column,
    width: widths[column] ?? 16,
    ...(column === 'amount' ? { style: { numFmt: '#,##0.00' } } : {}),
  }));
  sheet.getRow(1).font = { bold: true };
  for (const line of lines) {
    const texts = textsOf(line);
    sheet.addRow(
      importColumns.map((column) => {
        if (column === 'amount') return line.amountCents === null ? null : line.amountCents / 100;
        const text = texts[column];
        return text === '' ? null : literal(guarded(text));
      }),
    );
  }
  return Buffer.from(await book.xlsx.writeBuffer());
}
