import { once } from 'node:events';
import { createServer } from 'node:net';

/** A port of the loopback address that nobody listens on. */
export async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

/** Whether `port` can be listened on, on every address of the machine. */
export async function isFree(port) {
  const server = createServer();
  const outcome = once(server, 'listening').then(
    () => true,
    () => false,
  );
  server.listen(port);
  const isListening = await outcome;
  if (isListening) await new Promise((resolve) => server.close(resolve));
  return isListening;
}
