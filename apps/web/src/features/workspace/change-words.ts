import { cents, formatEuros, type Language } from '@commonlot/domain';

interface Change {
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** "before → after", amounts as amounts; a value that was not there before stands alone. */
export function changeWords({ field, before, after }: Change, language: Language): string {
  const shown = (value: string) =>
    field.endsWith('Cents') && /^-?\d{1,15}$/.test(value) ? formatEuros(cents(Number(value)), language) : value;
  if (before === null) return after === null ? '' : shown(after);
  return `${shown(before)} → ${after === null ? '–' : shown(after)}`;
}
