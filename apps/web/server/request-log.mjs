/**
 * One line of JSON for each answer: which request, what kind of thing was asked for, the status and the time it took.
 * Never the address: it carries words of a search and tokens of links. The API writes the same id in its own lines.
 *
 * @param {import('node:http').IncomingMessage} request with the id that `setForwardedHeaders` gave it
 * @param {import('node:http').ServerResponse} response
 * @param {(line: string) => void} [write]
 */
export function logRequest(request, response, write = (line) => process.stdout.write(line)) {
  const startedAt = performance.now();
  const requestId = String(request.headers['x-request-id']);
  response.setHeader('x-request-id', requestId);
  response.once('close', () => {
    const line = {
      level: 'info',
      event: 'web.request',
      at: new Date().toISOString(),
      requestId,
      method: request.method,
      kind: kindOf(request.url ?? ''),
      // A sender who went away got no answer; 499 is the usual number for that.
      status: response.writableFinished ? response.statusCode : 499,
      ms: Math.round(performance.now() - startedAt),
    };
    write(`${JSON.stringify(line)}\n`);
  });
}

function kindOf(url) {
  if (/^\/api(?:[/?]|$)/.test(url)) return 'api';
  return url.startsWith('/assets/') ? 'asset' : 'page';
}
