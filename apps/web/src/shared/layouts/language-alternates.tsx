import { languages } from '@commonlot/domain';
import { useLocation } from 'react-router';
import { inOtherLanguage } from '../paths/paths';
import { useRootData } from '../session/session';

/** Tells search engines of the same page in the four languages, itself included, and of the page where one chooses. */
export function LanguageAlternates() {
  const { pathname } = useLocation();
  const origin = useRootData()?.origin;
  if (!origin) return null;
  return (
    <>
      <link rel="canonical" href={origin + pathname.replace(/\/$/, '')} />
      {languages.map((language) => (
        <link
          key={language}
          rel="alternate"
          hrefLang={language === 'en' ? 'en' : `${language}-BE`}
          href={origin + inOtherLanguage(pathname, '', language)}
        />
      ))}
      <link rel="alternate" hrefLang="x-default" href={`${origin}/`} />
    </>
  );
}
