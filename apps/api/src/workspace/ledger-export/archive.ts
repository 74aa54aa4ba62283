import { createHash } from 'node:crypto';
import { Zip, ZipDeflate } from 'fflate';
import { csvLine, type TextRow } from './csv.js';
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

type Pages = AsyncIterable<readonly TextRow[]>;

/** Small enough not to keep other requests waiting while a piece is packed. */
const lightPacking = 3;

/**
 * The archive as its bytes come: each table a CSV file, and the manifest last, which has then seen all of them. Nothing
 * but the page of rows at hand is held. `onManifest` gets the sum that seals the manifest.
 */
export async function* archiveOf(
  head: ArchiveHead,
  tables: readonly ExportTable[],
  pagesOf: (table: ExportTable) => Pages,
  onManifest: (sha256: string) => void = () => undefined,
): AsyncGenerator<Uint8Array> {
  const zip = new Packing(head.createdAt);
  const files: FileFacts[] = [];
  for (const table of tables) {
    const hash = createHash('sha256');
    const sums = Object.fromEntries(table.sums.map((column) => [column, 0]));
    let [rows, bytes] = [0, 0];
    const add = (text: string) => {
      const chunk = Buffer.from(text);
      hash.update(chunk);
      bytes += chunk.length;
      return zip.push(chunk);
    };
    zip.open(table.name);
    yield* add(csvLine(table.columns));
    for await (const page of pagesOf(table)) {
      rows += page.length;
      for (const row of page) for (const column of table.sums) sums[column] = (sums[column] ?? 0) + Number(row[column]);
      yield* add(page.map((row) => csvLine(table.columns.map((column) => row[column] ?? null))).join(''));
    }
    yield* zip.close();
    files.push({ name: table.name, rows, bytes, sha256: hash.digest('hex'), sums });
  }
  const { text, sha256 } = manifestOf(head, files);
  zip.open('manifest.json');
  yield* zip.push(Buffer.from(text));
  yield* zip.close();
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

/** A ZIP file piece by piece: what comes out of each step is handed on before the next goes in. */
class Packing {
  private out: Uint8Array[] = [];
  private file: ZipDeflate | null = null;
  private readonly zip = new Zip((error, chunk) => {
    if (error) throw error;
    this.out.push(chunk);
  });

  constructor(private readonly mtime: Date) {}

  open(name: string): void {
    const file = new ZipDeflate(name, { level: lightPacking });
    file.mtime = this.mtime;
    this.file = file;
    this.zip.add(file);
  }

  push(chunk: Uint8Array): Uint8Array[] {
    this.file?.push(chunk);
    return this.taken();
  }

  close(): Uint8Array[] {
    this.file?.push(new Uint8Array(0), true);
    return this.taken();
  }

  end(): Uint8Array[] {
    this.zip.end();
    return this.taken();
  }

  private taken(): Uint8Array[] {
    const out = this.out.filter((chunk) => chunk.length > 0);
    this.out = [];
    return out;
  }
}
