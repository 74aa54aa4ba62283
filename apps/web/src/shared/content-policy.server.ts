/**
 * What a page may load and do, for one answer and its nonce. Only scripts that carry the nonce run, and what they load
 * themselves; no text becomes markup or code by an assignment, but for what the one policy of trusted types lets through
 * (`first-script.tsx`). Without a nonce it is the policy of development, where Vite adds sheets and scripts of its own.
 */
export function contentPolicy(nonce: string | undefined, isHttps: boolean): string {
  const isDevelopment = nonce === undefined;
  return [
    "default-src 'none'",
    isDevelopment ? "script-src 'self' 'unsafe-inline'" : `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    // Sheets come from our own origin, or carry the nonce (React Aria adds one rule).
    isDevelopment ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    // The server writes the widths of bars and columns as attributes of elements. They can load nothing but our images.
    "style-src-attr 'unsafe-inline'",
    "img-src 'self'",
    "font-src 'self'",
    isDevelopment ? "connect-src 'self' ws:" : "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(isDevelopment ? [] : ["require-trusted-types-for 'script'", 'trusted-types default']),
    ...(isHttps ? ['upgrade-insecure-requests'] : []),
  ].join('; ');
}
