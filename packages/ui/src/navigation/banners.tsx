import { FlaskConical } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './banners.module.css';

/** The first stop of the keyboard: past the navigation, to the content. */
export function SkipLink({ children, href = '#content' }: { readonly children: ReactNode; readonly href?: string }) {
  return (
    <a href={href} className={styles.skip}>
      {children}
    </a>
  );
}

/** Says on every page that nothing here is real: "Demonstration: fictional organisations and persons". */
export function DemoBanner({ children, label }: { readonly children: ReactNode; readonly label: string }) {
  return (
    <aside className={styles.demo} aria-label={label}>
      <FlaskConical aria-hidden="true" />
      <p>{children}</p>
    </aside>
  );
}

/** Our mark: many lots drawn together into one circle. It takes the colour of the text around it. */
export function Mark({ size = 32 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" fill="currentColor" aria-hidden="true">
      {lots.map(([x, y, radius]) => (
        <circle key={`${x} ${y}`} cx={x} cy={y} r={radius} />
      ))}
    </svg>
  );
}

/** One lot in the middle, six around it, twelve smaller ones around those: x, y, radius. */
const lots: readonly (readonly [number, number, number])[] = [
  [16, 16, 3.1],
  ...ring(6, 7.1, 2.45, 30),
  ...ring(12, 13.2, 1.85, 15),
];

function ring(count: number, distance: number, radius: number, turnDegrees: number) {
  return Array.from({ length: count }, (_, index) => {
    const angle = ((index * 360) / count + turnDegrees) * (Math.PI / 180);
    const at = (value: number) => Math.round((16 + value * distance) * 100) / 100;
    return [at(Math.cos(angle)), at(Math.sin(angle)), radius] as const;
  });
}
