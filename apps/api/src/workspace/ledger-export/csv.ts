/**
 * SQL: a column of texts as a cell. What a spreadsheet would run gets an apostrophe before it, and so does a text that
 * begins with our own mark, so that it can be taken off again; numbers stay numbers, also below zero. Nothing is an
 * empty cell. What has to stand in quotes is put there by PostgreSQL, by RFC 4180.
 */
export function csvCell(column: string): string {
  // The first letter is looked at first, because a regular expression for each of millions of cells takes minutes.
  const runs = `left(${column}, 1) IN ('=', '+', '-', '@', E'\\t', E'\\r', '''')`;
  return `CASE WHEN ${runs} AND ${column} !~ '^-?[0-9]+([.][0-9]+)?$' THEN '''' || ${column}
    ELSE nullif(${column}, '') END AS ${column}`;
}

const [lineFeed, carriageReturn, quote, comma, minus, zero] = Array.from('\n\r",-0', (sign) => sign.charCodeAt(0));

/**
 * The rows of a CSV file on their way from PostgreSQL, in pieces that may end anywhere: it counts them, adds up columns
 * of whole numbers, and ends each row with CRLF, where PostgreSQL writes LF alone.
 */
export class CsvRows {
  rows = 0;
  private readonly totals: Float64Array;
  private readonly isSummed: readonly boolean[];
  private isQuoted = false;
  private place = 0;
  private number = 0;
  private sign = 1;
  private room = Buffer.alloc(0);

  constructor(
    private readonly columns: readonly string[],
    private readonly summed: readonly string[],
  ) {
    this.isSummed = columns.map((column) => summed.includes(column));
    this.totals = new Float64Array(columns.length);
  }

  /** Of each column to be added up the sum of the rows so far. */
  get sums(): Readonly<Record<string, number>> {
    return Object.fromEntries(this.summed.map((column) => [column, this.totals[this.columns.indexOf(column)] ?? 0]));
  }

  /** The piece as it goes into the file. It lies in memory that the next piece is written over. */
  next(piece: Buffer): Buffer {
    if (this.room.length < 2 * piece.length) this.room = Buffer.allocUnsafe(2 * piece.length);
    const { room } = this;
    let length = 0;
    for (const byte of piece) {
      if (byte === lineFeed && !this.isQuoted) {
        room[length++] = carriageReturn as number;
        this.endCell();
        this.place = 0;
        this.rows += 1;
      } else if (byte === comma && !this.isQuoted) {
        this.endCell();
        this.place += 1;
      } else if (byte === quote) {
        // A quote in a text is written twice, and so ends and begins the quotes again.
        this.isQuoted = !this.isQuoted;
      } else if (this.isSummed[this.place]) {
        if (byte === minus) this.sign = -1;
        else this.number = this.number * 10 + byte - (zero as number);
      }
      room[length++] = byte;
    }
    return room.subarray(0, length);
  }

  private endCell(): void {
    if (!this.isSummed[this.place]) return;
    this.totals[this.place] = (this.totals[this.place] ?? 0) + this.sign * this.number;
    this.number = 0;
    this.sign = 1;
  }
}
