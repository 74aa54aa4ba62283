import { Notice, PageHeader, Stack } from '@commonlot/ui';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { usePath } from '../../shared/i18n/use-language';
import { PageTitle } from '../../shared/page-title';
import { useSession } from '../../shared/session/session';

/** "Look in your mail": the same whether or not the address is known. The demonstration shows its outbox. */
export function MailSent({ title, text, to }: { readonly title: string; readonly text: string; readonly to: string }) {
  const { t } = useTranslation('access');
  const path = usePath();
  const { demonstration } = useSession();
  return (
    <>
      <PageTitle>{title}</PageTitle>
      <PageHeader title={title} lede={<p>{text}</p>} />
      <Stack>
        <p>{t('mail.notArrived')}</p>
        {demonstration && (
          <Notice title={t('mail.demonstration')}>
            <Link to={path('mail', {}, { to })}>{t('mail.open')}</Link>
          </Notice>
        )}
      </Stack>
    </>
  );
}
