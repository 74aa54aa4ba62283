import { createHash } from 'node:crypto';
import { CsvRows } from './csv.js';
import type { ExportTable } from './tables.js';
import { Packing } from './zip.js';

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

type Pieces = AsyncIterable<Buffer>;

/**
 * The archive as its bytes come: each table a CSV file, and the manifest last, which has then seen all of them. Nothing
 * but the piece at hand is held. `onManifest` gets the sum that seals the manifest.
 */
export async function* archiveOf(
  head: ArchiveHead,
  tables: readonly ExportTable[],
  rowsOf: (table: ExportTable) => Pieces,
  onManifest: (sha256: string) => void = () => undefined,
): AsyncGenerator<Uint8Array> {
  const zip = new Packing(head.createdAt);
  const files: FileFacts[] = [];
  try {
    for (const table of tables) files.push(yield* fileOf(zip, table, rowsOf(table)));
    const { text, sha256 } = manifestOf(head, files);
    zip.open('manifest.json');
    yield* await zip.push(Buffer.from(text));
    yield* await zip.close();
    yield* zip.end();
    onManifest(sha256);
  } finally {
    zip.abandon();
  }
}

/** One file of the archive; returns what the manifest says of it. */
async function* fileOf(zip: Packing, table: ExportTable, pieces: Pieces): AsyncGenerator<Uint8Array, FileFacts> {
  const hash = createHash('sha256');
  const csv = new CsvRows(table.columns, table.sums);
  let bytes = 0;
  const add = (content: Buffer) => {
    hash.update(content);
    bytes += content.length;
    return zip.push(content);
  };
  zip.open(table.name);
  yield* await add(Buffer.from(`${table.columns.join(',')}\r\n`));
  for await (const piece of pieces) yield* await add(csv.next(piece));
  yield* await zip.close();
  return { name: table.name, rows: csv.rows, bytes, sha256: hash.digest('hex'), sums: csv.sums };
}

/** The manifest with the sum over itself as its last field: the sum is over every byte before the comma of that field. */
export function manifestOf(head: ArchiveHead, files: readonly FileFacts[]): { text: string; sha256: string } {
  const facts = { format: 'commonlot-ledger-export', formatVersion: 1, ...head, files };
  const sealed = JSON.stringify(facts, null, 2).slice(0, -2);
  const sha256 = createHash('sha256').update(sealed).digest('hex');
  return { text: `${sealed},\n  "sha256": "${sha256}"\n}\n`, sha256 };
}
