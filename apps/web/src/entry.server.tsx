import { randomBytes } from 'node:crypto';
import { PassThrough } from 'node:stream';
import { createReadableStreamFromReadable } from '@react-router/node';
import { isbot } from 'isbot';
import { renderToPipeableStream } from 'react-dom/server';
import { type EntryContext, isRouteErrorResponse, ServerRouter } from 'react-router';
import { contentPolicy } from './shared/content-policy.server';
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

/** What is of a page alone; the headers that every answer carries are set by the server around. */
function secure(headers: Headers, nonce: string | undefined) {
  const isHttps = process.env.PUBLIC_URL?.startsWith('https:') ?? false;
  headers.set('content-type', 'text/html; charset=utf-8');
  headers.set('content-security-policy', contentPolicy(nonce, isHttps));
  headers.set('vary', 'Cookie');
}

/** What went wrong while a page was made, as one line of JSON. A refusal that a loader threw on purpose is no error. */
export function handleError(error: unknown, { request }: { readonly request: Request }) {
  if (!request.signal.aborted && !isRouteErrorResponse(error))
    report(error, new URL(request.url).pathname, request.headers.get('x-request-id'));
}

function report(error: unknown, where: string, requestId: string | null = null) {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`${asOneLine({ level: 'error', event: 'error', where, requestId, stack })}\n`);
}

/** JSON escapes the control signs of ASCII; what terminals obey beyond those is written by its number too. */
function asOneLine(line: object): string {
  return JSON.stringify(line).replaceAll(
    /[\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
