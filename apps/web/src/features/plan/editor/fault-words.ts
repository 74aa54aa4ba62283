import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Fault } from './read-draft';

/** What is wrong with a cell, in words that say what to do. */
export function useCellFaultWords(): (fault: Fault) => string {
  const { t, i18n } = useTranslation('plan');
  return useCallback(
    ({ code }) => {
      const own = [`editor.lacks.${code}`, `import.fault.${code}`].find((key) => i18n.exists(key, { ns: 'plan' }));
      return own === undefined ? t(`lineError.${code}`) : t(own);
    },
    [t, i18n],
  );
}
