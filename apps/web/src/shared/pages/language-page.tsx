import { type Language, languages } from '@commonlot/domain';
import { Mark } from '@commonlot/ui';
import { Link, type LoaderFunctionArgs, redirect } from 'react-router';
import { languageNames } from '../layouts/page-switches';
import { pathTo } from '../paths/paths';
import { readCookie, writeCookie } from '../theme/theme';
import styles from './pages.module.css';

/** Who chose a language before goes on in it. Nobody is sent anywhere by the settings of a browser. */
export function loader({ request }: LoaderFunctionArgs) {
  const chosen = readCookie(request.headers.get('cookie'), 'language');
  const language = languages.find((each) => each === chosen);
  if (language) throw redirect(pathTo('home', language));
  return null;
}

/** These words stand in all four languages at once, so they are no catalogue entries. */
const sentences: Readonly<Record<Language, string>> = {
  nl: 'Waar gaat het geld van de loterij naartoe?',
  fr: 'Où va l’argent de la loterie ?',
  de: 'Wohin fließt das Geld der Lotterie?',
  en: 'Where does the lottery’s money go?',
};

/** The door of the site: four languages, each in its own words. */
export default function LanguagePage() {
  return (
    <main id="content" className={styles.chooser}>
      <title>Commonlot</title>
      <h1 id="page-title" tabIndex={-1}>
        <Mark size={72} />
        Commonlot
      </h1>
      <ul>
        {languages.map((language) => (
          <li key={language} lang={language}>
            <Link
              to={pathTo('home', language)}
              hrefLang={language}
              reloadDocument
              onClick={() => writeCookie('language', language)}
            >
              <span>{languageNames[language]}</span>
              <span>{sentences[language]}</span>
            </Link>
          </li>
        ))}
      </ul>
    </main>
  );
}
