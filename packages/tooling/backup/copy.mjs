import { createReadStream, createWriteStream } from 'node:fs';
import { PassThrough } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';

/**
 * The part of COPY that `pg` leaves to others: an object with these methods takes the place of a query on the
 * connection until PostgreSQL is ready for the next one.
 */
class CopyStatement {
  #settle = Promise.withResolvers();
  #error = null;

  constructor(text) {
    this.text = text;
    this.done = this.#settle.promise;
  }

  submit(connection) {
    connection.query(this.text);
    return null;
  }

  fail(error) {
    this.#error ??= error;
  }

  handleError(error) {
    this.fail(error);
    this.#settle.reject(this.#error);
  }

  /** `COPY 12`: as many rows. */
  handleCommandComplete(message) {
    this.rows = Number(message.text.split(' ').at(-1));
  }

  handleReadyForQuery() {
    if (this.#error) this.#settle.reject(this.#error);
    else this.#settle.resolve(this.rows);
  }

  handleRowDescription() {}
  handleDataRow() {}
  handleCopyData() {}
  handleCopyInResponse() {}
}

/**
 * Writes what `statement` (COPY … TO STDOUT) gives into a file, compressed. Resolves with the number of rows.
 *
 * @param {import('pg').Client} client
 */
export async function copyOut(client, statement, file) {
  const rows = new PassThrough({ highWaterMark: 1 << 20 });
  const writing = pipeline(rows, createGzip({ level: 6 }), createWriteStream(file, { mode: 0o600 }));
  const copy = new CopyStatement(statement);
  copy.handleCopyData = ({ chunk }, { stream }) => {
    // The chunk is a piece of a buffer that the next message is read into: what waits needs bytes of its own.
    if (rows.write(Buffer.from(chunk))) return;
    // PostgreSQL is quicker than the disk: nothing more is read from the connection until there is room.
    stream.pause();
    rows.once('drain', () => stream.resume());
  };
  client.query(copy);
  try {
    const count = await copy.done;
    rows.end();
    await writing;
    return count;
  } catch (error) {
    rows.destroy(error);
    await writing.catch(() => {});
    throw error;
  }
}

/**
 * Gives a compressed file to `statement` (COPY … FROM STDIN). Resolves with the number of rows.
 *
 * @param {import('pg').Client} client
 */
export async function copyIn(client, statement, file) {
  const copy = new CopyStatement(statement);
  copy.handleCopyInResponse = (connection) => {
    send(connection, file).catch((error) => {
      copy.fail(error);
      connection.sendCopyFail('the file could not be read');
    });
  };
  client.query(copy);
  return copy.done;
}

async function send(connection, file) {
  const source = createReadStream(file);
  const rows = source.pipe(createGunzip());
  source.on('error', (error) => rows.destroy(error));
  for await (const chunk of rows) {
    connection.sendCopyFromChunk(chunk);
    if (connection.stream.writableNeedDrain) await roomIn(connection.stream);
  }
  connection.endCopyFrom();
}

/** Settles when there is room again, or when there never will be. */
function roomIn(stream) {
  return new Promise((resolve) => {
    const go = () => {
      stream.off('drain', go).off('close', go);
      resolve();
    };
    stream.on('drain', go).on('close', go);
  });
}
