import { useCallback, useEffect, useRef, useState } from 'react';

export type SaveState = 'saved' | 'waiting' | 'saving' | 'failed';

export interface Autosave {
  readonly state: SaveState;
  readonly problem: unknown;
  /** Saves what is not saved yet, now; false when that was refused. */
  readonly flush: () => Promise<boolean>;
}

/**
 * Saves a value a moment after it last changed, one request at a time and always the newest. What is not saved stays
 * on the screen, is sent when the page is left for another, and holds back the closing of the tab.
 */
export function useAutosave<Value>(value: Value, send: (value: Value) => Promise<void>, delayMs = 1000): Autosave {
  const [state, setState] = useState<SaveState>('saved');
  const [problem, setProblem] = useState<unknown>(null);
  const latest = useRef({ value, send });
  const saved = useRef(value);
  const line = useRef<Promise<boolean>>(Promise.resolve(true));

  useEffect(() => {
    latest.current = { value, send };
  });

  const run = useCallback(async (): Promise<boolean> => {
    while (saved.current !== latest.current.value) {
      const sending = latest.current;
      setState('saving');
      try {
        await sending.send(sending.value);
        saved.current = sending.value;
        setProblem(null);
      } catch (error) {
        setProblem(error);
        setState('failed');
        return false;
      }
    }
    setState('saved');
    return true;
  }, []);

  const flush = useCallback(() => {
    line.current = line.current.then(run);
    return line.current;
  }, [run]);

  useEffect(() => {
    if (saved.current === value) return undefined;
    setState((before) => (before === 'saving' ? before : 'waiting'));
    const timer = setTimeout(() => void flush(), delayMs);
    return () => clearTimeout(timer);
  }, [value, delayMs, flush]);

  useEffect(() => {
    const hold = (event: BeforeUnloadEvent) => {
      if (saved.current !== latest.current.value) event.preventDefault();
    };
    window.addEventListener('beforeunload', hold);
    return () => {
      window.removeEventListener('beforeunload', hold);
      void flush();
    };
  }, [flush]);

  return { state, problem, flush };
}
