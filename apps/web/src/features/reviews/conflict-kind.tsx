import { reviews } from '@commonlot/contracts';
import type { SelectOption } from '@commonlot/ui';
import { useTranslation } from 'react-i18next';

/** The kinds of interest that the declaration knows. */
export const conflictKinds = reviews.conflictKind.options;
export type ConflictKind = (typeof conflictKinds)[number];

/** The kinds as the options of a select, in the words of the page. */
export function useConflictOptions(): SelectOption[] {
  const { t } = useTranslation('reviews');
  return conflictKinds.map((kind) => ({ value: kind, label: t(`conflict.${kind}`) }));
}

/** Which kind a select gave; null for its other choices. */
export function readConflictKind(value: string): ConflictKind | null {
  return conflictKinds.find((kind) => kind === value) ?? null;
}
