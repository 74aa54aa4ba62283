import { access } from '@commonlot/contracts';
import { Button, ButtonRow, PageHeader, Stack } from '@commonlot/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useApi } from '../../shared/api/browser-api';
import { ProblemNotice } from '../../shared/form/problem-notice';
import { usePath } from '../../shared/i18n/use-language';
import { PageTitle } from '../../shared/page-title';

/** Opening the link changes nothing, for mail scanners open links too: the button confirms. */
export default function ConfirmPage() {
  const { t } = useTranslation('access');
  const api = useApi();
  const path = usePath();
  const [query] = useSearchParams();
  const [isPending, setPending] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);

  async function confirm() {
    setPending(true);
    setProblem(null);
    try {
      await api(access.confirmEmail, { body: { token: query.get('token') ?? '' } });
      window.location.assign(path('work'));
    } catch (error) {
      setProblem(error);
      setPending(false);
    }
  }

  return (
    <>
      <PageTitle>{t('confirm.title')}</PageTitle>
      <PageHeader title={t('confirm.title')} lede={<p>{t('confirm.lede')}</p>} />
      <Stack>
        <ProblemNotice error={problem} />
        <ButtonRow>
          <Button tone="primary" pending={isPending} onClick={() => void confirm()}>
            {t('confirm.action')}
          </Button>
        </ButtonRow>
      </Stack>
    </>
  );
}
