import { access } from '@commonlot/contracts';
import { Button, ButtonRow, ErrorSummary, Field, FormLayout, PageHeader } from '@commonlot/ui';
import { zodResolver } from '@hookform/resolvers/zod';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { useApi } from '../../shared/api/browser-api';
import { ProblemNotice } from '../../shared/form/problem-notice';
import { useLanguage } from '../../shared/i18n/use-language';
import { PageTitle } from '../../shared/page-title';
import { MailSent } from './mail-sent';

const form = z.object({ email: z.email('form.error.email') });

export default function ForgottenPasswordPage() {
  const { t } = useTranslation('access');
  const api = useApi();
  const screenLanguage = useLanguage();
  const [sentTo, setSentTo] = useState<string | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const { control, handleSubmit, formState } = useForm({
    resolver: zodResolver(form),
    defaultValues: { email: '' },
    shouldFocusError: false,
  });
  const labels = { email: t('field.email') };

  async function send({ email }: z.output<typeof form>) {
    setProblem(null);
    try {
      await api(access.requestPasswordReset, { body: { email, screenLanguage } });
      setSentTo(email);
    } catch (error) {
      setProblem(error);
    }
  }

  if (sentTo !== null)
    return <MailSent title={t('forgotten.sent')} text={t('forgotten.sentText', { email: sentTo })} to={sentTo} />;
  return (
    <>
      <PageTitle>{t('forgotten.title')}</PageTitle>
      <PageHeader title={t('forgotten.title')} lede={<p>{t('forgotten.lede')}</p>} />
      <FormLayout method="post" onSubmit={handleSubmit(send)}>
        <ErrorSummary control={control} labels={labels} />
        <ProblemNotice error={problem} />
        <Field
          control={control}
          name="email"
          label={labels.email}
          render={(field, wiring) => <input type="email" autoComplete="email" {...field} {...wiring} />}
        />
        <ButtonRow>
          <Button type="submit" tone="primary" pending={formState.isSubmitting}>
            {t('forgotten.action')}
          </Button>
        </ButtonRow>
      </FormLayout>
    </>
  );
}
