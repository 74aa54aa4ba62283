import { data, redirect } from 'react-router';
import { languageOf, pathTo } from '../paths/paths';
import { ApiProblem, unreachable } from './problem';
import { type Api, send } from './request';

/** What an error page gets to know of a refusal. */
export interface ProblemData {
  readonly code: string;
  readonly details: Readonly<Record<string, unknown>>;
}

type Attempt<T> =
  | { readonly answer: T; readonly problem: null }
  | { readonly answer: null; readonly problem: ApiProblem };

export interface ServerApi extends Api {
  /** The same call where the screen shows the refusal itself: an action of a form. */
  readonly attempt: <T>(call: (api: Api) => Promise<T>) => Promise<Attempt<T>>;
  /** Cookies that the API set during these calls; give them to `data(…, { headers: api.headers })` or `redirect`. */
  readonly headers: Headers;
}

const passedOn = [
  'cookie',
  'user-agent',
  'origin',
  'sec-fetch-site',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-request-id',
  'traceparent',
];
const patienceMs = 20_000;

/**
 * The API for loaders and actions, as the person who sent `request`. A refusal ends the loader: without a session a page
 * of the workspace leads to sign-in and back, everything else shows the error page with its words.
 */
export function serverApi(request: Request): ServerApi {
  const cookies = new Headers();
  const plain: Api = async (endpoint, ...rest) =>
    send(endpoint, rest[0] as Parameters<typeof send>[1], rest[1], (path, init) => call(request, cookies, path, init));

  const api: Api = async (endpoint, ...rest) => {
    try {
      return await plain(endpoint, ...rest);
    } catch (error) {
      throw error instanceof ApiProblem ? asPage(request, error) : error;
    }
  };
  const attempt: ServerApi['attempt'] = async (run) => {
    try {
      return { answer: await run(plain), problem: null };
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      return { answer: null, problem: error };
    }
  };
  return Object.assign(api, { attempt, headers: cookies });
}

async function call(request: Request, cookies: Headers, path: string, init: RequestInit): Promise<Response> {
  const headers = new Headers(init.headers);
  for (const name of passedOn) {
    const value = request.headers.get(name);
    if (value !== null) headers.set(name, value);
  }
  const signal = AbortSignal.any([request.signal, AbortSignal.timeout(patienceMs)]);
  const response = await fetch(apiOrigin() + path, { ...init, headers, signal }).catch((error: unknown) => {
    if (request.signal.aborted) throw error;
    throw unreachable();
  });
  for (const cookie of response.headers.getSetCookie()) cookies.append('set-cookie', cookie);
  return response;
}

function apiOrigin(): string {
  return (process.env.API_URL ?? 'http://127.0.0.1:3001').replace(/\/$/, '');
}

/** A refusal as what a loader throws: a redirect to sign-in, or the content of the error page. */
export function asPage(request: Request, problem: ApiProblem) {
  const url = pageUrl(request);
  if (problem.status === 401 && /^\/[a-z]{2}\/work(\/|$)/.test(url.pathname)) return signInFirst(url);
  return data<ProblemData>({ code: problem.code, details: problem.details }, { status: problem.status });
}

/** The address of the page that is asked for: the router adds to it when the browser asks for the data of a page only. */
function pageUrl(request: Request): URL {
  const url = new URL(request.url);
  url.pathname = url.pathname.replace(/\.data$/, '');
  url.searchParams.delete('_routes');
  return url;
}

/** To the sign-in page, and from there back to this address. */
export function signInFirst(url: URL): Response {
  return redirect(pathTo('sign-in', languageOf(url.pathname) ?? 'nl', {}, { return: url.pathname + url.search }));
}
