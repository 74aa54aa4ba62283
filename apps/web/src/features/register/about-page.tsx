import { PageHeader, Prose, UiLink } from '@commonlot/ui';
import { useTranslation } from 'react-i18next';
import { usePath } from '../../shared/i18n/use-language';
import { PageTitle } from '../../shared/page-title';
import { useSession } from '../../shared/session/session';

/** The acts behind the figures; NUMAC is the number under which the official gazette has them. */
const acts = ['lotteryLaw', 'financingLaw', 'plan2017', 'definitive2017', 'publicity'] as const;
const gazette = 'https://www.ejustice.just.fgov.be';
const statistics = 'https://statbel.fgov.be';

/** What this site is, how to read it, and where each figure comes from. */
export default function AboutPage() {
  const { t } = useTranslation('register');
  const path = usePath();
  const { demonstration } = useSession();
  return (
    <>
      <PageTitle>{t('about.title')}</PageTitle>
      <PageHeader title={t('about.title')} lede={<p>{t('about.lede')}</p>} />
      <Prose>
        {demonstration && (
          <>
            <h2 id="demonstration">{t('about.demonstration.title')}</h2>
            <p>{t('about.demonstration.text')}</p>
            <p>{t('about.demonstration.real')}</p>
          </>
        )}
        <h2>{t('about.way.title')}</h2>
        <p>{t('about.way.text')}</p>
        <p>{t('about.way.direct')}</p>
        <h2>{t('about.reading.title')}</h2>
        <ul>
          {(['provisional', 'pm', 'awarded', 'paid', 'reserved'] as const).map((term) => (
            <li key={term}>
              <strong>{t(`about.reading.${term}.term`)}</strong> {t(`about.reading.${term}.text`)}
            </li>
          ))}
        </ul>
        <h2>{t('about.sources.title')}</h2>
        <p>
          {t('about.sources.text')} <a href={gazette}>{t('about.sources.gazette')}</a>.
        </p>
        <ul>
          {acts.map((act) => (
            <li key={act}>{t(`about.sources.${act}`)}</li>
          ))}
          <li>
            {t('about.sources.municipalities')} <a href={statistics}>Statbel</a>.
          </li>
          <li>{t('about.sources.awards')}</li>
        </ul>
        <h2>{t('about.published.title')}</h2>
        <p>{t('about.published.text')}</p>
        <p>{t('about.published.corrections')}</p>
        <p>
          <UiLink href={path('accessibility')}>{t('about.toAccessibility')}</UiLink>
        </p>
      </Prose>
    </>
  );
}
