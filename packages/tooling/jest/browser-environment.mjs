import { TestEnvironment } from 'jest-environment-jsdom';

/** What each browser has and jsdom lacks, or has of its own kind: fetch accepts only signals of its own realm. */
const fromNode = [
  'AbortController',
  'AbortSignal',
  'fetch',
  'Headers',
  'ReadableStream',
  'Request',
  'Response',
  'structuredClone',
  'TextDecoder',
  'TextEncoder',
  'TransformStream',
  'WritableStream',
];

/** jsdom that can run the router. No MessageChannel: React falls back to a timer, and a channel would never let Jest end. */
export default class BrowserEnvironment extends TestEnvironment {
  async setup() {
    await super.setup();
    for (const name of fromNode) this.global[name] = globalThis[name];
  }
}
