import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdtemp, open, rename } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { verify } from '@node-rs/argon2';

/**
 * The limit that figures are held against: Node's own server with nothing on top. It answers what it was given
 * (`PUT /bytes/<name>`), a 304, a password that it verifies, and takes a file as safely as the product does.
 */
const bytes = new Map();
const folder = await mkdtemp(join(tmpdir(), 'commonlot-bench-files-'));

createServer(async (request, response) => {
  const [, kind, name] = request.url.split('/');
  if (kind === 'bytes' && request.method === 'PUT') {
    bytes.set(name, { type: request.headers['content-type'], body: await whole(request) });
    response.end();
  } else if (kind === 'bytes') {
    const { type, body } = bytes.get(name);
    response.writeHead(200, { 'content-type': type, 'content-length': body.length });
    response.end(body);
  } else if (kind === 'same') {
    response.writeHead(304, { etag: '"same"' });
    response.end();
  } else if (kind === 'password') {
    await verify(decodeURIComponent(name), 'not the password');
    response.end('{}');
  } else if (kind === 'file') {
    await keep(request);
    response.end('{}');
  }
})
  .listen(0, '127.0.0.1')
  .once('listening', function listening() {
    process.stdout.write(`${JSON.stringify({ event: 'listening', port: this.address().port })}\n`);
  });

async function whole(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** Streams to disk with a hash, syncs the file, renames it and syncs the folder: what a receipt promises. */
async function keep(request) {
  const hash = createHash('sha256');
  request.on('data', (chunk) => hash.update(chunk));
  const path = join(folder, randomUUID());
  await pipeline(request, createWriteStream(path, { flush: true }));
  await rename(path, join(folder, hash.digest('hex')));
  const handle = await open(folder);
  await handle.sync();
  await handle.close();
}
