import { createHash } from 'node:crypto';
import { Packing } from './packing.js';
import type { ExportTable } from './tables.js';

/** What the manifest says of the archive as a whole. */
export interface ArchiveHead {
  readonly year: number;
  readonly createdAt: Date;
  /** The first and the last sequence number of the entries; null when nothing has moved. */
  readonly sequences: { readonly first: string; readonly last: string } | null;
  /** `number:hash` of the last seal of the journal; empty when nothing was sealed yet. */
  readonly journalAnchor: string;
}

interface FileFacts {
  readonly name: string;
  readonly rows: number;
  readonly bytes: number;
  readonly sha256: string;
  readonly sums: Readonly<Record<string, number>>;
}

/** What a table holds: how many rows, and the sum of each column that is added up, in cents. */
export interface TableSums {
  readonly rows: number;
  readonly sums: Readonly<Record<string, number>>;
}

/** Where the archive reads from; all of it is one state of the database. */
export interface TableReader {
  sumsOf(table: ExportTable): Promise<TableSums>;
  /** The rows as lines of CSV, many in one text, which ends without the end of its last line. */
  linesOf(table: ExportTable): AsyncIterable<string>;
}

const lineEnd = '\r\n';

/**
 * The archive as its bytes come: each table a CSV file, and the manifest last, which has then seen all of them. Nothing
 * but the page of rows at hand is held. What the manifest says of the rows is counted by the database and not on the
 * way, so that a reading that lost a row would not verify. `onManifest` gets the sum that seals the manifest.
 */
export async function* archiveOf(
  head: ArchiveHead,
  tables: readonly ExportTable[],
  reader: TableReader,
  onManifest: (sha256: string) => void = () => undefined,
): AsyncGenerator<Uint8Array> {
  const zip = new Packing(head.createdAt);
  const files: FileFacts[] = [];
  for (const table of tables) {
    const hash = createHash('sha256');
    let bytes = 0;
    const add = (lines: string) => {
      const chunk = Buffer.from(lines + lineEnd);
      hash.update(chunk);
      bytes += chunk.length;
      return zip.push(chunk);
    };
    zip.open(table.name);
    yield* await add(table.columns.join(','));
    for await (const lines of reader.linesOf(table)) yield* await add(lines);
    yield* await zip.close();
    const { rows, sums } = await reader.sumsOf(table);
    files.push({ name: table.name, rows, bytes, sha256: hash.digest('hex'), sums });
  }
  const { text, sha256 } = manifestOf(head, files);
  zip.open('manifest.json');
  yield* await zip.push(Buffer.from(text));
  yield* await zip.close();
  yield* zip.end();
  onManifest(sha256);
}

/** The manifest with the sum over itself as its last field: the sum is over every byte before the comma of that field. */
export function manifestOf(head: ArchiveHead, files: readonly FileFacts[]): { text: string; sha256: string } {
  const facts = { format: 'commonlot-ledger-export', formatVersion: 1, ...head, files };
  const sealed = JSON.stringify(facts, null, 2).slice(0, -2);
  const sha256 = createHash('sha256').update(sealed).digest('hex');
  return { text: `${sealed},\n  "sha256": "${sha256}"\n}\n`, sha256 };
}
