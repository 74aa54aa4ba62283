import { access } from '@commonlot/contracts';
import { Button, ButtonRow, ErrorSummary, Field, FormLayout, PageHeader } from '@commonlot/ui';
import { zodResolver } from '@hookform/resolvers/zod';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { z } from 'zod';
import { useApi } from '../../shared/api/browser-api';
import { ProblemNotice } from '../../shared/form/problem-notice';
import { usePath } from '../../shared/i18n/use-language';
import { PageTitle } from '../../shared/page-title';
import { newPassword } from './password-rules';

const form = z.object({ password: newPassword({ email: '', name: '' }) });

export default function ResetPasswordPage() {
  const { t } = useTranslation('access');
  const api = useApi();
  const path = usePath();
  const [query] = useSearchParams();
  const [problem, setProblem] = useState<unknown>(null);
  const { control, handleSubmit, formState } = useForm({
    resolver: zodResolver(form),
    defaultValues: { password: '' },
    shouldFocusError: false,
  });
  const labels = { password: t('field.newPassword') };

  async function send({ password }: z.output<typeof form>) {
    setProblem(null);
    try {
      await api(access.resetPassword, { body: { token: query.get('token') ?? '', password } });
      window.location.assign(path('work'));
    } catch (error) {
      setProblem(error);
    }
  }

  return (
    <>
      <PageTitle>{t('reset.title')}</PageTitle>
      <PageHeader title={t('reset.title')} lede={<p>{t('reset.lede')}</p>} />
      <FormLayout method="post" onSubmit={handleSubmit(send)}>
        <ErrorSummary control={control} labels={labels} />
        <ProblemNotice error={problem} />
        <Field
          control={control}
          name="password"
          label={labels.password}
          hint={t('password.hint')}
          render={(field, wiring) => <input type="password" autoComplete="new-password" {...field} {...wiring} />}
        />
        <ButtonRow>
          <Button type="submit" tone="primary" pending={formState.isSubmitting}>
            {t('reset.action')}
          </Button>
        </ButtonRow>
      </FormLayout>
    </>
  );
}
