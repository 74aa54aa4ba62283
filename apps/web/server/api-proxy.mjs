import { createProxyServer } from 'httpxy';

/**
 * Passes requests on to the API as they come, in both directions without holding them in memory.
 *
 * @param {string} apiUrl
 * @returns {(request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse) => void}
 */
export function passToApi(apiUrl) {
  const proxy = createProxyServer({ target: apiUrl, proxyTimeout: 300_000 });
  return (request, response) => {
    proxy.web(request, response).catch(() => answerAway(response));
  };
}

/** The API is away: the same form of refusal that it would give itself. */
function answerAway(response) {
  if (response.headersSent || response.destroyed) {
    response.destroy();
    return;
  }
  const problem = {
    type: 'urn:problem:service.unavailable',
    title: 'Service unavailable',
    status: 503,
    code: 'service.unavailable',
    details: {},
  };
  response.setHeader('cache-control', 'no-store');
  response.writeHead(503, { 'content-type': 'application/problem+json; charset=utf-8', 'retry-after': '10' });
  response.end(JSON.stringify(problem));
}
