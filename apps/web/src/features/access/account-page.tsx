import { access } from '@commonlot/contracts';
import { type Language, languages } from '@commonlot/domain';
import {
  Button,
  ButtonRow,
  type Column,
  ErrorSummary,
  Field,
  FormLayout,
  Instant,
  Notice,
  PageHeader,
  Panel,
  Select,
  Stack,
  Table,
  Tag,
} from '@commonlot/ui';
import { zodResolver } from '@hookform/resolvers/zod';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { type LoaderFunctionArgs, useLoaderData, useRevalidator } from 'react-router';
import { z } from 'zod';
import { serverApi } from '../../shared/api/api.server';
import { useApi } from '../../shared/api/browser-api';
import { ProblemNotice } from '../../shared/form/problem-notice';
import { PageTitle } from '../../shared/page-title';
import { usePerson } from '../../shared/session/session';

const form = z.object({
  name: z.string().trim().min(1, 'form.error.required').max(120, 'form.error.tooLong'),
  screenLanguage: z.enum(languages),
});

export async function loader({ request }: LoaderFunctionArgs) {
  return serverApi(request)(access.listSessions);
}

/** Each language in its own name, as people look for it. */
const ownNames: Record<Language, string> = { nl: 'Nederlands', fr: 'Français', de: 'Deutsch', en: 'English' };

export default function AccountPage() {
  const { t } = useTranslation('access');
  const person = usePerson();
  return (
    <>
      <PageTitle>{t('account.title')}</PageTitle>
      <PageHeader title={t('account.title')} meta={<span>{person.email}</span>} />
      <Stack gap={7}>
        <Panel title={t('account.data')}>
          <PreferencesForm />
        </Panel>
        <Panel title={t('account.sessions')}>
          <Sessions />
        </Panel>
      </Stack>
    </>
  );
}

function PreferencesForm() {
  const { t } = useTranslation('access');
  const { t: shared } = useTranslation('shared');
  const api = useApi();
  const person = usePerson();
  const { revalidate } = useRevalidator();
  const [problem, setProblem] = useState<unknown>(null);
  const [isSaved, setSaved] = useState(false);
  const { control, handleSubmit, formState } = useForm({
    resolver: zodResolver(form),
    defaultValues: { name: person.name, screenLanguage: person.screenLanguage },
    shouldFocusError: false,
  });
  const labels = { name: t('field.name'), screenLanguage: t('field.screenLanguage') };

  async function save(body: z.output<typeof form>) {
    setProblem(null);
    setSaved(false);
    try {
      await api(access.savePreferences, { body });
      setSaved(true);
      await revalidate();
    } catch (error) {
      setProblem(error);
    }
  }

  return (
    <FormLayout method="post" onSubmit={handleSubmit(save)}>
      <ErrorSummary control={control} labels={labels} />
      <ProblemNotice error={problem} />
      {isSaved && (
        <Notice tone="success" live>
          {shared('state.saved')}
        </Notice>
      )}
      <Field
        control={control}
        name="name"
        label={labels.name}
        render={(field, wiring) => <input autoComplete="name" {...field} {...wiring} />}
      />
      <Field
        control={control}
        name="screenLanguage"
        label={labels.screenLanguage}
        hint={t('account.languageHint')}
        render={(field, wiring) => (
          <Select {...field} {...wiring} options={languages.map((value) => ({ value, label: ownNames[value] }))} />
        )}
      />
      <ButtonRow>
        <Button type="submit" tone="primary" pending={formState.isSubmitting}>
          {shared('action.save')}
        </Button>
      </ButtonRow>
    </FormLayout>
  );
}

function Sessions() {
  const { t } = useTranslation('access');
  const { t: shared } = useTranslation('shared');
  const api = useApi();
  const { rows } = useLoaderData<typeof loader>();
  const { revalidate } = useRevalidator();
  const [problem, setProblem] = useState<unknown>(null);

  async function end(sessionId: string) {
    setProblem(null);
    try {
      await api(access.revokeSession, { params: { sessionId } });
      await revalidate();
    } catch (error) {
      setProblem(error);
    }
  }

  const columns: Column<(typeof rows)[number]>[] = [
    {
      id: 'device',
      header: t('account.device'),
      rowHeader: true,
      cell: (row) => row.device || t('account.unknownDevice'),
    },
    { id: 'since', header: t('account.since'), cell: (row) => <Instant at={row.createdAt} form="short" /> },
    { id: 'seen', header: t('account.lastSeen'), cell: (row) => <Instant at={row.lastSeenAt} form="short" /> },
    {
      id: 'end',
      header: shared('action.title'),
      headerHidden: true,
      end: true,
      cell: (row) =>
        row.isCurrent ? (
          <Tag tone="success">{t('account.thisOne')}</Tag>
        ) : (
          <Button tone="quiet" size="small" onClick={() => void end(row.id)}>
            {t('account.end')}
          </Button>
        ),
    },
  ];
  return (
    <Stack>
      <ProblemNotice error={problem} />
      <Table
        caption={t('account.sessionsCaption')}
        captionHidden
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
      />
    </Stack>
  );
}
