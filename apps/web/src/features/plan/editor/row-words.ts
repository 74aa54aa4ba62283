import { type LineKind, lineKinds } from '@commonlot/domain';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../../shared/i18n/use-language';
import { useCellFaultWords } from './fault-words';

/** The words that rows are written with. They stay the same, so that only rows that change are written anew. */
export function useRowWords() {
  const { t } = useTranslation('plan');
  const language = useLanguage();
  const fault = useCellFaultWords();
  return useMemo(() => {
    const kinds = Object.fromEntries(lineKinds.map((kind) => [kind, t(`kind.${kind}`)])) as Record<LineKind, string>;
    return { language, fault, kinds };
  }, [t, language, fault]);
}

export type RowWords = ReturnType<typeof useRowWords>;
