import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { mkdir, open, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { withClient } from './session.mjs';

/**
 * Writes without end, in the order in which the API does: bytes synced and renamed, then their row and a journal entry
 * in one transaction. What was committed is remembered as `acknowledged`, as a person would remember a receipt.
 */
export class Writer {
  acknowledged = [];
  #isStopped = false;
  #isPaused = false;
  #isIdle = false;
  #end;

  constructor(url, filesFolder) {
    this.#end = withClient(url, async (client) => {
      while (!this.#isStopped) {
        this.#isIdle = this.#isPaused;
        if (!this.#isPaused) this.acknowledged.push(await writeOne(client, filesFolder));
        await delay(this.#isPaused ? 2 : 1);
      }
    });
    // Whoever waits for it hears why it ended; nobody else has to.
    this.#end.catch(() => {});
  }

  /** Settles when nothing is under way. */
  async pause() {
    this.#isPaused = true;
    while (!this.#isIdle) await Promise.race([delay(2), this.#end]);
  }

  resume() {
    this.#isPaused = false;
    this.#isIdle = false;
  }

  /** So many more receipts. */
  async more(count) {
    const wanted = this.acknowledged.length + count;
    while (this.acknowledged.length < wanted) await Promise.race([delay(2), this.#end]);
  }

  async stop() {
    this.#isStopped = true;
    await this.#end;
  }
}

async function writeOne(client, filesFolder) {
  const id = randomUUID();
  const bytes = randomBytes(500 + (id.charCodeAt(0) % 16) * 1000);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await keepBytes(join(filesFolder, id.slice(0, 2), id), bytes);
  await client.query('BEGIN');
  await client.query(
    `INSERT INTO stored_file (id, name, media_type, size_bytes, sha256) VALUES ($1, 'drill.pdf', 'application/pdf', $2, $3)`,
    [id, bytes.length, sha256],
  );
  await client.query(
    `INSERT INTO journal (type, subject_type, subject_id, data) VALUES ('drill.written', 'drill', $1, $2)`,
    [id, JSON.stringify({ after: { sha256 } })],
  );
  await client.query('COMMIT');
  return id;
}

async function keepBytes(path, bytes) {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const handle = await open(`${path}.part`, 'wx', 0o600);
  await handle.writeFile(bytes);
  await handle.sync();
  await handle.close();
  await rename(`${path}.part`, path);
}
