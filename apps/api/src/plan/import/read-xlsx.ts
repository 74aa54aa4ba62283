import ExcelJS from 'exceljs';
import { type Cell, type CellFault, type Table, tableOf, textCell, unguarded, unreadable } from './table.js';
import { assertNoMacros, assertUnpackedSize } from './zip-size.js';

/** Enough for 10,000 rows with long labels in four languages; see `assertUnpackedSize`. */
const maximumUnpackedBytes = 25_000_000;

/** A cell far to the right would make every row as wide as a sheet can be: sixteen thousand cells. */
const maximumColumns = 64;

/** Reads the first sheet of an XLSX workbook. Only values count: formulas, merged cells and dates are faults. */
export async function readXlsx(bytes: Buffer): Promise<Table> {
  assertUnpackedSize(bytes, maximumUnpackedBytes);
  assertNoMacros(bytes);
  const [sheet] = (await load(bytes)).worksheets;
  if (sheet === undefined) throw unreadable('no-rows');
  const rows: { row: number; cells: Cell[] }[] = [];
  sheet.eachRow((row, number) => {
    const width = Math.min(row.cellCount, maximumColumns);
    const cells = Array.from({ length: width }, (_, index) => cellOf(row.findCell(index + 1)));
    rows.push({ row: number, cells });
  });
  return tableOf(rows);
}

async function load(bytes: Buffer): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  try {
    // The types of the library name an older Buffer than that of this Node.
    await workbook.xlsx.load(bytes as unknown as ExcelJS.Buffer);
    return workbook;
  } catch {
    // The library throws whatever its XML and ZIP readers throw; to people it is one thing.
    throw unreadable('xlsx-malformed');
  }
}

function cellOf(cell: ExcelJS.Cell | undefined): Cell {
  if (cell === undefined) return textCell('');
  if (cell.isMerged) return faulty('merged', cell.type === ExcelJS.ValueType.Merge ? '' : textOf(cell.value));
  switch (cell.type) {
    case ExcelJS.ValueType.Formula:
      return faulty('formula', cell.formula === undefined ? '' : `=${cell.formula}`);
    case ExcelJS.ValueType.Date:
      return { ...faulty('date'), day: dayOf(cell.value) };
    case ExcelJS.ValueType.Error:
      return faulty('cell-error');
    case ExcelJS.ValueType.Number:
      return { text: String(cell.value), number: cell.value as number, fault: null };
    default:
      return unguarded(textOf(cell.value));
  }
}

/** The library gives a day as its midnight in universal time. */
const dayOf = (value: ExcelJS.CellValue) =>
  value instanceof Date && !Number.isNaN(value.getTime()) ? value.toISOString().slice(0, 10) : '';

const faulty = (fault: CellFault, text = ''): Cell => ({ text, number: null, fault });

/** The words of a cell without their looks. */
function textOf(value: ExcelJS.CellValue): string {
  if (value === null || value === undefined) return '';
  if (typeof value !== 'object') return String(value);
  if ('richText' in value) return value.richText.map((part) => part.text).join('');
  if ('hyperlink' in value) return textOf(value.text as ExcelJS.CellValue);
  return '';
}
