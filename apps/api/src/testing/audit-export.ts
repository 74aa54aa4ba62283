import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { workspace } from '@commonlot/contracts';
import { unzipSync } from 'fflate';
import type { TestApi, TestPerson } from './test-api.js';

const verifier = resolve(import.meta.dirname, '../../../../infra/audit/verify-export.mjs');

/** What the verifier said, and how it ended. */
export interface Verdict {
  readonly code: number | null;
  readonly report: string;
}

/** Runs the auditor's script as an auditor does: as a program of its own. */
export function verifyExport(path: string): Promise<Verdict> {
  const program = spawn(process.execPath, [verifier, path], { stdio: ['ignore', 'pipe', 'inherit'] });
  let report = '';
  program.stdout.setEncoding('utf8').on('data', (text: string) => {
    report += text;
  });
  return new Promise((done, failed) => {
    program.on('error', failed).on('close', (code) => done({ code, report }));
  });
}

/** The files of an export, unpacked, to be read and tampered with; each look writes them out anew. */
export class AuditExport {
  private constructor(
    readonly archive: Buffer,
    readonly files: Map<string, Buffer>,
  ) {}

  static async of(api: TestApi, year: number, as: TestPerson): Promise<AuditExport> {
    const archive = (await api.ok(workspace.readLedgerExport, { params: { year: String(year) } }, { as })) as Buffer;
    return AuditExport.from(archive);
  }

  static from(archive: Buffer): AuditExport {
    const files = Object.entries(unzipSync(archive)).map(([name, bytes]) => [name, Buffer.from(bytes)] as const);
    return new AuditExport(archive, new Map(files));
  }

  copy(): AuditExport {
    return AuditExport.from(this.archive);
  }

  /** The lines of a file, its heading first, without what ends them. */
  lines(name: string): string[] {
    return String(this.files.get(name)).split('\r\n').slice(0, -1);
  }

  /** Puts other lines in a file and mends the manifest after it, as a forger would who knows how it is made. */
  forge(name: string, lines: readonly string[], change: Record<string, unknown> = {}): this {
    const content = Buffer.from(lines.map((line) => `${line}\r\n`).join(''));
    this.files.set(name, content);
    const { sha256: _, ...manifest } = JSON.parse(String(this.files.get('manifest.json'))) as Manifest;
    const files = manifest.files.map((fact) =>
      fact.name === name
        ? { ...fact, rows: lines.length - 1, bytes: content.length, sha256: hash(content), ...change }
        : fact,
    );
    const sealed = JSON.stringify({ ...manifest, files }, null, 2).slice(0, -2);
    this.files.set('manifest.json', Buffer.from(`${sealed},\n  "sha256": "${hash(sealed)}"\n}\n`));
    return this;
  }

  /** What the verifier says of the folder with these files. */
  verdict(): Promise<Verdict> {
    return inFolder(async (folder) => {
      for (const [name, bytes] of this.files) await writeFile(join(folder, name), bytes);
      return verifyExport(folder);
    });
  }
}

interface Manifest {
  readonly files: readonly { readonly name: string }[];
  readonly sha256: string;
}

const hash = (content: string | Buffer) => createHash('sha256').update(content).digest('hex');

/** What the verifier says of an archive. */
export const archiveVerdict = (archive: Buffer): Promise<Verdict> =>
  inFolder(async (folder) => {
    const path = join(folder, 'ledger.zip');
    await writeFile(path, archive);
    return verifyExport(path);
  });

async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'commonlot-audit-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
