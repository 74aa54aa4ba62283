import { useState } from 'react';
import { ApiProblem, unreachable } from './problem';
import { type Api, type CallOptions, send } from './request';

/** The API as the browser calls it, on its own origin. Throws `ApiProblem` for every refusal, also for no answer. */
export const browserApi: Api = async (endpoint, ...rest) => {
  const [input, options] = rest as [Parameters<typeof send>[1], CallOptions | undefined];
  try {
    return await send(endpoint, input, options, (path, init) => fetch(path, { ...init, credentials: 'same-origin' }));
  } catch (error) {
    // `fetch` throws a TypeError when nothing answered: the line is down, or the service is.
    throw error instanceof TypeError ? unreachable() : error;
  }
};

/** The API for event handlers and queries. Loaders use `serverApi(request)`. */
export function useApi(): Api {
  return browserApi;
}

/**
 * The idempotency key of a form: made when the form opens, the same for every attempt to send it, so that a second
 * press or a lost answer creates nothing twice. Renew it after success when the form stays open for another.
 */
export function useFormKey(): [key: string, renewKey: () => void] {
  const [key, setKey] = useState(randomKey);
  return [key, () => setKey(randomKey())];
}

/** A random UUID; `crypto.randomUUID` is missing where the page came over plain http from another machine. */
export function randomKey(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** True for a refusal with this code. */
export function isProblem(error: unknown, code: string): error is ApiProblem {
  return error instanceof ApiProblem && error.code === code;
}
