import { access } from '@commonlot/contracts';
import {
  Button,
  ButtonRow,
  Columns,
  ErrorSummary,
  Field,
  FormLayout,
  Notice,
  PageHeader,
  Panel,
  Stack,
} from '@commonlot/ui';
import { zodResolver } from '@hookform/resolvers/zod';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { z } from 'zod';
import { useApi } from '../../shared/api/browser-api';
import { ProblemNotice } from '../../shared/form/problem-notice';
import { useLanguage, usePath } from '../../shared/i18n/use-language';
import { PageTitle } from '../../shared/page-title';
import { MailSent } from './mail-sent';
import { newPassword } from './password-rules';

const form = z
  .object({
    name: z.string().trim().min(1, 'form.error.required').max(120, 'form.error.tooLong'),
    email: z.email('form.error.email'),
    password: z.string(),
  })
  .superRefine(({ name, email, password }, context) => {
    const result = newPassword({ email, name }).safeParse(password);
    for (const issue of result.error?.issues ?? []) {
      context.addIssue({ code: 'custom', path: ['password'], message: issue.message });
    }
  });

export default function SignUpPage() {
  const { t } = useTranslation('access');
  const path = usePath();
  const [sentTo, setSentTo] = useState<string | null>(null);
  const title = t('signUp.title');
  if (sentTo !== null)
    return <MailSent title={t('signUp.sent')} text={t('signUp.sentText', { email: sentTo })} to={sentTo} />;
  return (
    <>
      <PageTitle>{title}</PageTitle>
      <PageHeader title={title} lede={<p>{t('signUp.lede')}</p>} />
      <Columns
        aside={
          <Stack>
            <Panel title={t('signUp.known')} tone="sunken">
              <Link to={path('sign-in')}>{t('signIn.title')}</Link>
            </Panel>
            <Notice>{t('signUp.privacy')}</Notice>
          </Stack>
        }
      >
        <SignUpForm onSent={setSentTo} />
      </Columns>
    </>
  );
}

function SignUpForm({ onSent }: { readonly onSent: (email: string) => void }) {
  const { t } = useTranslation('access');
  const api = useApi();
  const screenLanguage = useLanguage();
  const [problem, setProblem] = useState<unknown>(null);
  const { control, handleSubmit, formState } = useForm({
    resolver: zodResolver(form),
    defaultValues: { name: '', email: '', password: '' },
    shouldFocusError: false,
  });
  const labels = { name: t('field.name'), email: t('field.email'), password: t('field.newPassword') };

  async function send(values: z.output<typeof form>) {
    setProblem(null);
    try {
      await api(access.signUp, { body: { ...values, screenLanguage } });
      onSent(values.email);
    } catch (error) {
      setProblem(error);
    }
  }

  return (
    <FormLayout method="post" onSubmit={handleSubmit(send)}>
      <ErrorSummary control={control} labels={labels} />
      <ProblemNotice error={problem} />
      <Field
        control={control}
        name="name"
        label={labels.name}
        render={(field, wiring) => <input autoComplete="name" {...field} {...wiring} />}
      />
      <Field
        control={control}
        name="email"
        label={labels.email}
        hint={t('signUp.emailHint')}
        render={(field, wiring) => <input type="email" autoComplete="email" {...field} {...wiring} />}
      />
      <Field
        control={control}
        name="password"
        label={labels.password}
        hint={t('password.hint')}
        render={(field, wiring) => <input type="password" autoComplete="new-password" {...field} {...wiring} />}
      />
      <ButtonRow>
        <Button type="submit" tone="primary" pending={formState.isSubmitting}>
          {t('signUp.action')}
        </Button>
      </ButtonRow>
    </FormLayout>
  );
}
