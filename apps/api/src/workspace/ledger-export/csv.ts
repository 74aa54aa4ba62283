/** Columns that only numbers and ids stand in, as the tables of the export make them: nobody ever typed one. */
const ours = /_(?:cents|eur|id|at)$/;

/** What makes a reader of CSV see more than one cell. */
const breaks = `E'[",\\r\\n]'`;
/** What a spreadsheet takes for a formula, and our own mark, so that it can be taken off again. */
const runs = `E'^[=+\\\\-@\\t\\r\\']'`;
const number = `'^-?\\d+(\\.\\d+)?$'`;

/**
 * SQL that gives a row of `from` as one line of CSV by RFC 4180, without what ends it. A text that a spreadsheet would run
 * gets an apostrophe before it; numbers stay numbers, also below zero. The database writes the line because one text a
 * row is what a long reading can hold cheaply: a text for each cell is garbage that outgrows the reading itself.
 */
export function csvLineSql(columns: readonly string[], from: string): string {
  const cells = columns.map((column) => {
    const cell = `${from}."${column}"`;
    return ours.test(column) ? `coalesce(${cell}, '')` : typedCell(cell);
  });
  return cells.join(` || ',' || `);
}

function typedCell(cell: string): string {
  const guarded = `CASE WHEN ${cell} ~ ${runs} AND ${cell} !~ ${number} THEN '''' || ${cell} ELSE ${cell} END`;
  return `CASE WHEN ${cell} IS NULL THEN ''
    WHEN ${cell} ~ ${breaks} THEN '"' || replace(${guarded}, '"', '""') || '"'
    ELSE ${guarded} END`;
}
