import { useTranslation } from 'react-i18next';

/** What keeps a decision from being signed, in words. */
export function useBlockerText(): (code: string) => string {
  const { t, i18n } = useTranslation('decisions');
  return (code) => (i18n.exists(`blocker.${code}`, { ns: 'decisions' }) ? t(`blocker.${code}`) : t('blocker.other'));
}
