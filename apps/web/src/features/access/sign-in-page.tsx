import { access } from '@commonlot/contracts';
import { Button, ButtonRow, Columns, ErrorSummary, Field, FormLayout, PageHeader, Panel, Stack } from '@commonlot/ui';
import { zodResolver } from '@hookform/resolvers/zod';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import {
  type ActionFunctionArgs,
  Link,
  type LoaderFunctionArgs,
  redirectDocument,
  useActionData,
  useLoaderData,
} from 'react-router';
import { z } from 'zod';
import { serverApi } from '../../shared/api/api.server';
import { useApi } from '../../shared/api/browser-api';
import { ApiProblem } from '../../shared/api/problem';
import { ProblemNotice } from '../../shared/form/problem-notice';
import { usePath } from '../../shared/i18n/use-language';
import { PageTitle } from '../../shared/page-title';
import { languageOf } from '../../shared/paths/paths';
import { returnPath } from '../../shared/session/return-path';
import { useDestination } from './destination';
import { PersonaList } from './persona-list';

const form = z.object({
  email: z.email('form.error.email'),
  password: z.string().min(1, 'form.error.required'),
});

/**
 * Signs in where the page's script has not come yet, or never comes: a persona by its button, anybody else by address
 * and password.
 */
export async function action({ request }: ActionFunctionArgs) {
  const api = serverApi(request);
  const url = new URL(request.url);
  const sent = await request.formData();
  const personId = sent.get('personId');
  const { problem } = await api.attempt((call) =>
    typeof personId === 'string'
      ? call(access.signInAsPersona, { params: { personId } })
      : call(access.signIn, { body: { email: String(sent.get('email')), password: String(sent.get('password')) } }),
  );
  if (problem !== null) return { code: problem.code, status: problem.status, details: problem.details };
  const language = languageOf(url.pathname) ?? 'nl';
  return redirectDocument(returnPath(url.searchParams.get('return'), language), { headers: api.headers });
}

/** The demonstration accounts, where there are any; a production system answers that they do not exist. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { answer } = await serverApi(request).attempt((api) => api(access.listPersonas));
  return { personas: answer?.rows ?? [] };
}

export default function SignInPage() {
  const { t } = useTranslation('access');
  const path = usePath();
  const { personas } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageTitle>{t('signIn.title')}</PageTitle>
      <PageHeader title={t('signIn.title')} lede={<p>{t('signIn.lede')}</p>} />
      <Columns
        aside={
          <Panel title={t('signIn.newHere')} tone="sunken">
            <Stack gap={3}>
              <p>{t('signIn.newHereText')}</p>
              <Link to={path('sign-up')}>{t('signIn.signUp')}</Link>
            </Stack>
          </Panel>
        }
      >
        <Stack gap={7}>
          {refused && <ProblemNotice error={new ApiProblem(refused.status, refused.code, refused.details)} />}
          {personas.length > 0 && <PersonaList personas={personas} />}
          <PasswordForm />
        </Stack>
      </Columns>
    </>
  );
}

function PasswordForm() {
  const { t } = useTranslation('access');
  const api = useApi();
  const path = usePath();
  const destination = useDestination();
  const [problem, setProblem] = useState<unknown>(null);
  const { control, handleSubmit, formState } = useForm({
    resolver: zodResolver(form),
    defaultValues: { email: '', password: '' },
    shouldFocusError: false,
  });
  const labels = { email: t('field.email'), password: t('field.password') };

  async function send(body: z.output<typeof form>) {
    setProblem(null);
    try {
      await api(access.signIn, { body });
      // A full load: every page is asked for anew as the person who is signed in now.
      window.location.assign(destination);
    } catch (error) {
      setProblem(error);
    }
  }

  return (
    <Panel title={t('signIn.withPassword')}>
      <FormLayout method="post" onSubmit={handleSubmit(send)}>
        <ErrorSummary control={control} labels={labels} />
        <ProblemNotice error={problem} />
        <Field
          control={control}
          name="email"
          label={labels.email}
          render={(field, wiring) => <input type="email" autoComplete="username" {...field} {...wiring} />}
        />
        <Field
          control={control}
          name="password"
          label={labels.password}
          render={(field, wiring) => <input type="password" autoComplete="current-password" {...field} {...wiring} />}
        />
        <ButtonRow>
          <Button type="submit" tone="primary" pending={formState.isSubmitting}>
            {t('signIn.action')}
          </Button>
          <Link to={path('forgotten-password')}>{t('signIn.forgotten')}</Link>
        </ButtonRow>
      </FormLayout>
    </Panel>
  );
}
