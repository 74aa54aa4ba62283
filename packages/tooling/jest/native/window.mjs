import { ModernFakeTimers } from '@jest/fake-timers';
import { JSDOM, VirtualConsole } from 'jsdom';

/**
 * A browser's window for a plain Node process, imported before the program: what jsdom has becomes global, one document
 * for all files that the process runs. What both have stays Node's, for its fetch takes only signals of its own.
 */
const { window } = new JSDOM('<!doctype html><html><head></head><body></body></html>', {
  url: 'http://localhost/',
  pretendToBeVisual: true,
  virtualConsole: new VirtualConsole().sendTo(console),
});

/** What every browser has and jsdom lacks. */
window.PointerEvent ??= class PointerEvent extends window.MouseEvent {
  constructor(type, { isPrimary = false, pointerId = 0, ...init } = {}) {
    super(type, init);
    Object.assign(this, { isPrimary, pointerId });
  }
};

const ofBoth = ['Event', 'EventTarget', 'CustomEvent', 'MessageEvent', 'CloseEvent', 'Blob', 'File', 'FormData'];
const ofWindow = new Set([
  ...ofBoth,
  'Storage',
  'StorageEvent',
  'Navigator',
  'navigator',
  'localStorage',
  'sessionStorage',
]);
const isTaken = (name) => !Object.hasOwn(globalThis, name) || ofWindow.has(name);
const methods = ['addEventListener', 'removeEventListener', 'dispatchEvent'];

for (const name of [...Object.getOwnPropertyNames(window), ...methods].filter(isTaken)) {
  const isMethod = typeof window[name] === 'function' && /^[a-z]/.test(name);
  const bound = isMethod ? window[name].bind(window) : null;
  Object.defineProperty(globalThis, name, {
    configurable: true,
    get: () => bound ?? window[name],
    set: (value) => Object.defineProperty(globalThis, name, { configurable: true, writable: true, value }),
  });
}
for (const name of ['window', 'self', 'parent', 'top', 'frames']) {
  Object.defineProperty(globalThis, name, { configurable: true, writable: true, value: globalThis });
}
// It would clear up after the tests of the first file only; web-setup.mjs does it after those of each.
process.env.RTL_SKIP_AUTO_CLEANUP = 'true';
// React would keep the process open through a channel; without one it takes a timer.
delete globalThis.MessageChannel;

const timers = new ModernFakeTimers({ config: { fakeTimers: {} }, global: globalThis });
globalThis.jest = {
  useFakeTimers: () => timers.useFakeTimers(),
  useRealTimers: () => timers.useRealTimers(),
  advanceTimersByTimeAsync: (milliseconds) => timers.advanceTimersByTimeAsync(milliseconds),
};
