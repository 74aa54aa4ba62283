import { Day, PageHeader, Prose } from '@commonlot/ui';
import { useTranslation } from 'react-i18next';
import { useLoaderData } from 'react-router';
import { PageTitle } from '../../shared/page-title';

/** Where people tell what they cannot use; the office sets its own address. */
export function loader() {
  return { contact: process.env.CONTACT_MAIL ?? 'contact@commonlot.invalid' };
}

/** The day of the last check: whoever checks the site again changes it, together with what was found. */
const checkedOn = '2026-11-23';
const gaps = ['documents', 'languages', 'pictures'] as const;
const means = ['keyboard', 'contrast', 'zoom', 'withoutScript', 'pictures', 'language'] as const;

/** The statement that the law of 19 July 2018 asks for, in the parts that decision (EU) 2018/1523 lists. */
export default function AccessibilityPage() {
  const { t } = useTranslation('register');
  const { contact } = useLoaderData<typeof loader>();
  const mail = `mailto:${contact}?subject=${encodeURIComponent(t('accessibility.mailSubject'))}`;
  return (
    <>
      <PageTitle>{t('accessibility.title')}</PageTitle>
      <PageHeader title={t('accessibility.title')} lede={<p>{t('accessibility.lede')}</p>} />
      <Prose>
        <h2>{t('accessibility.status.title')}</h2>
        <p>{t('accessibility.status.text')}</p>
        <h2>{t('accessibility.means.title')}</h2>
        <ul>
          {means.map((each) => (
            <li key={each}>{t(`accessibility.means.${each}`)}</li>
          ))}
        </ul>
        <h2>{t('accessibility.gaps.title')}</h2>
        <ul>
          {gaps.map((gap) => (
            <li key={gap}>{t(`accessibility.gaps.${gap}`)}</li>
          ))}
        </ul>
        <h2>{t('accessibility.feedback.title')}</h2>
        <p>{t('accessibility.feedback.text')}</p>
        <p>
          <a href={mail}>{t('accessibility.feedback.link', { contact })}</a>
        </p>
        <h2>{t('accessibility.enforcement.title')}</h2>
        <p>
          {t('accessibility.enforcement.text')}{' '}
          <a href="https://www.federalombudsman.be">{t('accessibility.enforcement.ombudsman')}</a>.
        </p>
        <p>{t('accessibility.enforcement.supervisor')}</p>
        <h2>{t('accessibility.prepared.title')}</h2>
        <p>
          {t('accessibility.prepared.text')} <Day on={checkedOn} />.
        </p>
      </Prose>
    </>
  );
}
