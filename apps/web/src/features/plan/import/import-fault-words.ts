import { useTranslation } from 'react-i18next';
import type { Fault } from './import-rows';

/** A fault in words: row, column, and what to do. */
export function useFaultWords(): (fault: Fault) => string {
  const { t, i18n } = useTranslation('plan');
  return ({ row, column, code }) => {
    const own = `import.fault.${code}`;
    const ofEditor = `editor.lacks.${code}`;
    const isKnown = (key: string) => i18n.exists(key, { ns: 'plan' });
    const words = isKnown(own) ? t(own) : isKnown(ofEditor) ? t(ofEditor) : t(`lineError.${code}`);
    return t('import.faultAt', { row, column: t(`import.column.${column}`), fault: words });
  };
}
