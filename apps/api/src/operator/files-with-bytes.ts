import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import pg from 'pg';
import type { Config } from '../platform/config.js';

/** A file that must have its bytes, and which they are. */
export interface FileRow {
  readonly id: string;
  readonly sizeBytes: number;
  readonly sha256: string;
}

const mostFaults = 20;

/**
 * Every file that a row names, except those that were removed from a draft: their bytes go a day later, and are not
 * looked for.
 */
export async function filesWithBytes(config: Config): Promise<FileRow[]> {
  const client = new pg.Client({ connectionString: config.DATABASE_URL });
  await client.connect();
  try {
    const { rows } = await client.query<Omit<FileRow, 'sizeBytes'> & { readonly size: string }>(
      `SELECT id, size_bytes::text AS size, sha256 FROM stored_file s
       WHERE NOT EXISTS (SELECT 1 FROM application_file f WHERE f.file_id = s.id AND f.removed_at IS NOT NULL)
       ORDER BY id`,
    );
    return rows.map(({ id, size, sha256 }) => ({ id, sizeBytes: Number(size), sha256 }));
  } finally {
    await client.end();
  }
}

/** Reads a stream to its end, gives each chunk to `take`, and says what is wrong with it; null when nothing is. */
export async function faultOf(
  stream: Readable,
  { sizeBytes, sha256 }: FileRow,
  take: (chunk: Buffer) => Promise<unknown> = async () => undefined,
): Promise<string | null> {
  const hash = createHash('sha256');
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    hash.update(chunk);
    size += chunk.length;
    await take(chunk);
  }
  if (size !== sizeBytes) return `${size} bytes instead of ${sizeBytes}`;
  return hash.digest('hex') === sha256 ? null : 'other bytes';
}

/** Throws with the first faults, unless there are none. */
export function refuseFaults(faults: readonly string[], files: number): void {
  if (faults.length === 0) return;
  const shown = faults.slice(0, mostFaults).join('\n');
  throw new Error(`${faults.length} of ${files} files are not as they were kept.\n${shown}`);
}
