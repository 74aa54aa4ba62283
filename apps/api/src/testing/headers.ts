import { type Endpoint, organisations } from '@commonlot/contracts';
import type { Answer } from './test-api.js';

/** What every answer carries, whoever asked and whatever came of it. */
const always: Readonly<Record<string, string>> = {
  'content-security-policy': "default-src 'none';base-uri 'none';form-action 'none';frame-ancestors 'none';sandbox",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'x-permitted-cross-domain-policies': 'none',
};

/** What no answer carries: leave for other sites, and the name of a program. */
const never = /^(?:access-control-|server$|x-powered-by$|x-aspnet|via$|timing-allow-origin$)/;

const json = 'application/json; charset=utf-8';
const problem = 'application/problem+json; charset=utf-8';

interface Expected {
  readonly isHttps?: boolean;
  /** The endpoint that answered; null when no endpoint was found. */
  readonly endpoint: Endpoint | null;
}

/** What is wrong with the headers of an answer, one line each. */
export function headerFaults(answer: Answer<unknown>, { isHttps = false, endpoint }: Expected): string[] {
  const { headers, status } = answer;
  const wanted = {
    ...always,
    'strict-transport-security': isHttps ? 'max-age=31536000; includeSubDomains' : undefined,
    'cache-control': cachingOf(status, endpoint),
    'content-type': typeOf(status, endpoint),
  };
  const differing = Object.entries(wanted).flatMap(([name, value]) => {
    const isAny = name === 'content-type' && value === undefined;
    return isAny || headers[name] === value ? [] : [`${name}: ${String(headers[name])}`];
  });
  const forbidden = Object.keys(headers).filter((name) => never.test(name));
  return [...differing, ...forbidden, ...fileFaults(answer, endpoint)];
}

/** What is public may be kept by whoever asks each time whether it still holds, or is the same for years; all else by nobody. */
function cachingOf(status: number, endpoint: Endpoint | null): string {
  if (endpoint === organisations.listMunicipalities && status < 400) return 'public, max-age=3600';
  const isPublic = endpoint?.path.startsWith('/register/') === true && (status === 200 || status === 304);
  return isPublic ? 'public, no-cache' : 'no-store';
}

/** The type of the body; undefined is that of a file, or of no body. */
function typeOf(status: number, endpoint: Endpoint | null): string | undefined {
  if (status >= 400) return problem;
  return status === 304 || endpoint?.answers === 'bytes' ? undefined : json;
}

function fileFaults({ headers, status }: Answer<unknown>, endpoint: Endpoint | null): string[] {
  if (endpoint?.answers !== 'bytes' || status >= 400) return [];
  const disposition = String(headers['content-disposition']);
  return disposition.startsWith('attachment; filename="') ? [] : [`content-disposition: ${disposition}`];
}

/** The endpoints that open or end a session; only these set cookies. */
export const cookieSetters: readonly string[] = [
  'access.confirmEmail',
  'access.resetPassword',
  'access.signIn',
  'access.signInAsPersona',
  'access.signOut',
];
