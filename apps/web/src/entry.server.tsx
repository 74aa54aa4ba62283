import { randomBytes } from 'node:crypto';
import { PassThrough } from 'node:stream';
import { createReadableStreamFromReadable } from '@react-router/node';
import { isbot } from 'isbot';
import { renderToPipeableStream } from 'react-dom/server';
import { type EntryContext, isRouteErrorResponse, ServerRouter } from 'react-router';
import { loadI18n } from './shared/i18n/create-i18n';
import { I18nSourceProvider } from './shared/i18n/i18n-source';
import { NonceContext } from './shared/nonce';
import { languageOf } from './shared/paths/paths';

export const streamTimeout = 8_000;

/** Renders a page in the language of its address, with the headers that a page needs to be safe. */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
): Promise<Response> {
  // In development the router adds a sheet without the nonce of the page.
  const nonce = import.meta.env.DEV ? undefined : randomBytes(16).toString('base64');
  secure(headers, nonce);
  if (request.method === 'HEAD') return new Response(null, { status, headers });

  const i18n = await loadI18n(languageOf(new URL(request.url).pathname) ?? 'en');
  const whole = isbot(request.headers.get('user-agent'));
  const tree = (
    <NonceContext value={nonce}>
      <I18nSourceProvider source={() => i18n}>
        <ServerRouter context={context} url={request.url} nonce={nonce} />
      </I18nSourceProvider>
    </NonceContext>
  );
  return render(tree, { status, headers, nonce, whole });
}

interface Rendering {
  readonly status: number;
  readonly headers: Headers;
  readonly nonce: string | undefined;
  /** Robots get the page when it is complete, readers as soon as its frame stands. */
  readonly whole: boolean;
}

function render(tree: React.ReactNode, { status, headers, nonce, whole }: Rendering): Promise<Response> {
  return new Promise((resolve, reject) => {
    let code = status;
    const start = () => {
      const body = new PassThrough({
        final(done) {
          clearTimeout(patience);
          done();
        },
      });
      pipe(body);
      resolve(new Response(createReadableStreamFromReadable(body), { status: code, headers }));
    };
    const { pipe, abort } = renderToPipeableStream(tree, {
      nonce,
      [whole ? 'onAllReady' : 'onShellReady']: start,
      onShellError: reject,
      onError(error) {
        code = 500;
        report(error, 'render');
      },
    });
    const patience = setTimeout(() => abort(), streamTimeout + 1_000);
  });
}

function secure(headers: Headers, nonce: string | undefined) {
  const isDevelopment = nonce === undefined;
  const policy = [
    "default-src 'self'",
    isDevelopment ? "script-src 'self' 'unsafe-inline'" : `script-src 'self' 'nonce-${nonce}'`,
    // Widths of bars and columns are set on elements; sheets come from our own origin, or carry the nonce (React Aria).
    isDevelopment ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    isDevelopment ? "connect-src 'self' ws:" : "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ];
  headers.set('content-type', 'text/html; charset=utf-8');
  headers.set('content-security-policy', policy.join('; '));
  headers.set('x-content-type-options', 'nosniff');
  headers.set('referrer-policy', 'strict-origin-when-cross-origin');
  headers.set('permissions-policy', 'geolocation=(), microphone=(), payment=(), usb=()');
  headers.set('cross-origin-opener-policy', 'same-origin');
  if (!headers.has('cache-control')) headers.set('cache-control', 'private, no-cache');
  headers.set('vary', 'Cookie');
}

/** What went wrong while a page was made, as one line of JSON. A refusal that a loader threw on purpose is no error. */
export function handleError(error: unknown, { request }: { readonly request: Request }) {
  if (!request.signal.aborted && !isRouteErrorResponse(error)) report(error, new URL(request.url).pathname);
}

function report(error: unknown, where: string) {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`${JSON.stringify({ event: 'error', where, stack })}\n`);
}
