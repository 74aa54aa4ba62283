import { type RefObject, useEffect, useMemo, useState, useSyncExternalStore } from 'react';

/** The heights of a row, in rem, so that larger letters make larger rows. */
const heights = { wide: 2.75, narrow: 8.25, fault: 1.6 };
const narrow = '(max-width: 60rem)';

/** Rows around those in sight, so that quick scrolling shows no gaps. */
const spare = 20;
const first = 40;

function subscribe(change: () => void) {
  const query = globalThis.matchMedia?.(narrow);
  query?.addEventListener('change', change);
  return () => query?.removeEventListener('change', change);
}

/** True on a screen where rows stand as cards. */
export function useIsNarrow(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => globalThis.matchMedia?.(narrow).matches ?? false,
    () => false,
  );
}

/** Which rows are in sight, and where each row stands, in rem. Only those are rendered. */
export function useRowWindow(box: RefObject<HTMLElement | null>, hasFault: readonly boolean[]) {
  const isNarrow = useIsNarrow();
  const offsets = useMemo(() => {
    const tops = [0];
    for (const each of hasFault) {
      tops.push((tops.at(-1) ?? 0) + (isNarrow ? heights.narrow : heights.wide) + (each ? heights.fault : 0));
    }
    return tops;
  }, [hasFault, isNarrow]);
  const [range, setRange] = useState({ from: 0, to: first });

  useEffect(() => {
    const look = () => {
      if (box.current === null) return;
      const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
      const top = -box.current.getBoundingClientRect().top / rem;
      const from = Math.max(0, rowAt(offsets, top) - spare);
      const to = rowAt(offsets, top + window.innerHeight / rem) + spare;
      setRange((now) => (now.from === from && now.to === to ? now : { from, to }));
    };
    look();
    window.addEventListener('scroll', look, { passive: true });
    window.addEventListener('resize', look);
    return () => {
      window.removeEventListener('scroll', look);
      window.removeEventListener('resize', look);
    };
  }, [box, offsets]);

  return { ...range, offsets, isNarrow };
}

/** The row at a height, by halving. */
export function rowAt(offsets: readonly number[], height: number): number {
  let [low, high] = [0, offsets.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((offsets[middle] ?? 0) <= height) low = middle;
    else high = middle - 1;
  }
  return low;
}
