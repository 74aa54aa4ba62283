import { languages } from '@commonlot/domain';
import { LanguageSwitch, ThemeSwitch } from '@commonlot/ui';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { useLanguage } from '../i18n/use-language';
import { inOtherLanguage } from '../paths/paths';
import { useTheme, writeCookie } from '../theme/theme';

/** The language and the light of the page, the same on every page and in the same place. */
export function PageSwitches() {
  const { t } = useTranslation('shared');
  const language = useLanguage();
  const { pathname, search } = useLocation();
  const [theme, setTheme] = useTheme();
  return (
    <>
      <LanguageSwitch
        label={t('language.label')}
        links={languages.map((each) => ({
          language: each,
          name: languageNames[each],
          href: inOtherLanguage(pathname, search, each),
          current: each === language,
        }))}
        onChoose={(chosen) => writeCookie('language', chosen)}
      />
      <ThemeSwitch
        label={t('theme.label')}
        words={{ system: t('theme.system'), light: t('theme.light'), dark: t('theme.dark') }}
        value={theme}
        onChange={setTheme}
      />
    </>
  );
}

/** Each language in its own name: no reader has to know another one to find theirs. */
export const languageNames = { nl: 'Nederlands', fr: 'Français', de: 'Deutsch', en: 'English' } as const;
