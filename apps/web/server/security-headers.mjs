const yearSeconds = 31_536_000;

/**
 * What every answer of the web server carries, whoever made it: a page, a file, a refusal, or the API behind it. A page
 * replaces the content policy by its own, which holds the nonce of that one answer.
 *
 * @param {{ isHttps: boolean }} options whether people reach this system over https
 * @returns {Readonly<Record<string, string>>}
 */
export function securityHeaders({ isHttps }) {
  return {
    'content-security-policy': "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    'cross-origin-embedder-policy': 'require-corp',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()',
    // Not `no-referrer`: with that, a form of ours names no origin and is refused like one of another site.
    'referrer-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    ...(isHttps ? { 'strict-transport-security': `max-age=${yearSeconds}; includeSubDomains` } : {}),
  };
}

const carriesSession = /(?:^|;\s*)(?:__Host-)?session=/;

/**
 * How long an answer may be kept by who gets it, unless it says so itself. What is made for somebody who is signed in
 * stays in no cache, so that the next person at the machine finds nothing. What is public may be kept by the reader, who
 * asks each time whether it still holds; never by a cache in between, for the nonce of a page serves one answer. What
 * the browser fetches ahead, because the pointer rests on a link, serves the click that follows.
 *
 * @param {import('node:http').IncomingMessage} request
 */
export function cachingOf({ headers }) {
  if (carriesSession.test(headers.cookie ?? '')) return 'no-store';
  return headers['sec-purpose'] === 'prefetch' ? 'private, max-age=10' : 'private, no-cache';
}
