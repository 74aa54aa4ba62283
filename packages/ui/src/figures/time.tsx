import { brusselsClock, brusselsDay, formatDay, formatInstant, isLocalDate } from '@commonlot/domain';
import { useUi } from '../provider/ui-provider';
import styles from './figures.module.css';
import { None } from './money';

interface InstantProps {
  /** ISO text as it travels, or a Date; null where nothing happened yet. */
  readonly at: string | Date | null;
  /** 'full' says weekday, hour and the clock that is meant: for what binds. 'short' is for lists of what happened. */
  readonly form?: 'full' | 'short';
}

/** A moment, always on the clock of Brussels, whatever the clock of the reader. */
export function Instant({ at, form = 'full' }: InstantProps) {
  const { language } = useUi();
  if (at === null) return <None />;
  const moment = typeof at === 'string' ? new Date(at) : at;
  const day = brusselsDay(moment);
  return (
    <time dateTime={moment.toISOString()} className={form === 'short' ? styles.time : undefined}>
      {form === 'full' ? formatInstant(moment, language) : `${formatDay(day, language)}, ${brusselsClock(moment)}`}
    </time>
  );
}

interface DayProps {
  /** 'YYYY-MM-DD'; null where there is no day. */
  readonly on: string | null;
  readonly weekday?: boolean;
}

/** A calendar day in words. */
export function Day({ on, weekday = false }: DayProps) {
  const { language } = useUi();
  if (on === null || !isLocalDate(on)) return <None />;
  return (
    <time dateTime={on} className={styles.time}>
      {formatDay(on, language, { weekday })}
    </time>
  );
}
