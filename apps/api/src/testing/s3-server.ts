import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo, Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

interface S3rver {
  run(): Promise<AddressInfo>;
  close(): Promise<void>;
  readonly httpServer: Server;
}

/** A store on the loopback address that speaks the protocol of S3, with a folder of its own. */
export interface S3Server {
  readonly settings: Record<'S3_ENDPOINT' | 'S3_BUCKET' | 'S3_ACCESS_KEY' | 'S3_SECRET_KEY', string>;
  readonly folder: string;
  stop(): Promise<void>;
}

export async function startS3Server(): Promise<S3Server> {
  const folder = await mkdtemp(join(tmpdir(), 'commonlot-bucket-'));
  // The package has no types of its own.
  const name: string = 's3rver';
  const { default: Server } = (await import(name)) as { default: new (options: object) => S3rver };
  const server = new Server({ address: '127.0.0.1', port: 0, silent: true, directory: folder });
  const { port } = await server.run();
  return {
    folder,
    settings: {
      S3_ENDPOINT: `http://127.0.0.1:${port}`,
      S3_BUCKET: 'commonlot-test',
      S3_ACCESS_KEY: 'S3RVER',
      S3_SECRET_KEY: 'S3RVER',
    },
    stop: async () => {
      if (server.httpServer.listening) {
        server.httpServer.close();
        (server.httpServer as Server & { closeAllConnections?(): void }).closeAllConnections?.();
        await once(server.httpServer, 'close');
      }
      await rm(folder, { recursive: true, force: true });
    },
  };
}
