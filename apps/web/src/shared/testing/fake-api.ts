import type { AnswerOf, Endpoint } from '@commonlot/contracts';

/** What the fake was asked, for a test to look at. */
export interface Asked {
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly key: string | null;
}

interface FakeAnswer {
  readonly endpoint: Endpoint;
  readonly answer: (asked: Asked) => { readonly status: number; readonly body: unknown };
}

/** The fake answers this endpoint. The answer is read by the contract first, so that a fake cannot lie. */
export function answering<E extends Endpoint>(endpoint: E, answer: (asked: Asked) => AnswerOf<E>): FakeAnswer {
  return {
    endpoint,
    answer: (asked) => ({ status: endpoint.status, body: endpoint.response.parse(answer(asked)) }),
  };
}

/** The fake refuses with this code. */
export function refusing(endpoint: Endpoint, status: number, code: string, details = {}): FakeAnswer {
  return {
    endpoint,
    answer: () => ({ status, body: { type: `urn:problem:${code}`, title: code, status, code, details } }),
  };
}

/**
 * Puts a fake in the place of `fetch` until `restore`; `asked` lists what it was asked. A call that nobody announced
 * fails the test by its message.
 */
export function fakeApi(answers: readonly FakeAnswer[]): { readonly asked: Asked[]; readonly restore: () => void } {
  const real = globalThis.fetch;
  const asked: Asked[] = [];
  globalThis.fetch = async (input, init) => {
    const url = new URL(String(input), 'http://localhost');
    const method = init?.method ?? 'GET';
    const found = answers.find((each) => each.endpoint.method === method && matches(each.endpoint.path, url.pathname));
    if (found === undefined) throw new Error(`Nobody announced ${method} ${url.pathname} to the fake API.`);
    const body = typeof init?.body === 'string' ? JSON.parse(init.body) : null;
    const call = {
      path: url.pathname,
      query: url.searchParams,
      body,
      key: new Headers(init?.headers).get('idempotency-key'),
    };
    asked.push(call);
    const { status, body: answer } = found.answer(call);
    return new Response(JSON.stringify(answer), { status, headers: { 'content-type': 'application/json' } });
  };
  return {
    asked,
    restore: () => {
      globalThis.fetch = real;
    },
  };
}

function matches(pattern: string, path: string): boolean {
  return new RegExp(`^/api${pattern.replace(/:\w+/g, '[^/]+')}$`).test(path);
}
