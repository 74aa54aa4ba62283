import { applications, type organisations, type ResponseOf } from '@commonlot/contracts';
import { fileLanguages, formatEnterpriseNumber, mayEdit } from '@commonlot/domain';
import {
  Button,
  ButtonRow,
  ErrorSummary,
  Field,
  FormLayout,
  LinkButton,
  Notice,
  RadioField,
  Select,
  UiLink,
} from '@commonlot/ui';
import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { z } from 'zod';
import { isProblem, useApi, useFormKey } from '../../shared/api/browser-api';
import { ProblemNotice } from '../../shared/form/problem-notice';
import { useLanguage, usePath } from '../../shared/i18n/use-language';
import { PageLinkNotice } from './page-link-notice';

type OwnOrganisation = ResponseOf<typeof organisations.listOwnOrganisations>['rows'][number];

const form = z.object({
  organisationId: z.string().min(1, 'applications:start.organisationMissing'),
  fileLanguage: z.enum(fileLanguages, 'form.error.invalid_value'),
});

/** More organisations than this stand in a list that opens. */
const mostRadios = 6;

interface StartFormProps {
  readonly callNumber: string;
  readonly organisations: readonly OwnOrganisation[];
}

/** For which organisation and in which language; then the file exists. */
export function StartForm({ callNumber, organisations: own }: StartFormProps) {
  const { t } = useTranslation('applications');
  const path = usePath();
  const able = own.filter((organisation) => mayEdit(organisation.role));
  const back = path('start-application', { callNumber });
  const toNew = path('new-organisation', {}, { return: back });
  if (able.length === 0) {
    return (
      <Notice
        title={t('start.noOrganisation')}
        actions={
          <LinkButton tone="primary" href={toNew}>
            {t('start.addOrganisation')}
          </LinkButton>
        }
      >
        {t('start.noOrganisationText')}
      </Notice>
    );
  }
  return <ChoiceForm callNumber={callNumber} able={able} toNew={toNew} />;
}

interface ChoiceFormProps {
  readonly callNumber: string;
  readonly able: readonly OwnOrganisation[];
  readonly toNew: string;
}

function ChoiceForm({ callNumber, able, toNew }: ChoiceFormProps) {
  const { t } = useTranslation('applications');
  const path = usePath();
  const language = useLanguage();
  const start = useStart(callNumber);
  const [query] = useSearchParams();
  const wanted = query.get('organisation') ?? (able.length === 1 ? able[0]?.id : '');
  const { control, handleSubmit } = useForm({
    resolver: zodResolver(form),
    defaultValues: {
      organisationId: able.find(({ id }) => id === wanted)?.id ?? '',
      fileLanguage: (language === 'en' ? '' : language) as 'nl',
    },
    shouldFocusError: false,
  });
  const labels = { organisationId: t('start.organisation'), fileLanguage: t('start.language') };
  return (
    <FormLayout method="post" onSubmit={handleSubmit((answers) => start.mutate(answers))}>
      <ErrorSummary control={control} labels={labels} />
      {isProblem(start.error, 'application.duplicate') ? (
        <PageLinkNotice words={t('start.duplicate')} href={path('applications')} link={t('start.toApplications')} />
      ) : (
        <ProblemNotice error={start.error} />
      )}
      <div>
        {able.length <= mostRadios ? (
          <RadioField
            control={control}
            name="organisationId"
            legend={labels.organisationId}
            options={able.map(({ id, name, enterpriseNumber }) => ({
              value: id,
              label: name,
              hint: formatEnterpriseNumber(enterpriseNumber),
            }))}
          />
        ) : (
          <Field
            control={control}
            name="organisationId"
            label={labels.organisationId}
            render={(field, wiring) => (
              <Select
                {...field}
                {...wiring}
                placeholder={t('start.choose')}
                options={able.map(({ id, name, enterpriseNumber }) => ({
                  value: id,
                  label: `${name} (${formatEnterpriseNumber(enterpriseNumber)})`,
                }))}
              />
            )}
          />
        )}
        <UiLink href={toNew}>{t('start.otherOrganisation')}</UiLink>
      </div>
      <RadioField
        control={control}
        name="fileLanguage"
        legend={labels.fileLanguage}
        hint={t('start.languageHint')}
        options={fileLanguages.map((value) => ({ value, label: t(`fileLanguage.${value}`) }))}
      />
      <ButtonRow>
        <Button type="submit" tone="primary" pending={start.isPending}>
          {t('start.action')}
        </Button>
      </ButtonRow>
      <p>{t('start.saved')}</p>
    </FormLayout>
  );
}

function useStart(callNumber: string) {
  const api = useApi();
  const path = usePath();
  const navigate = useNavigate();
  const [key, renewKey] = useFormKey();
  return useMutation({
    mutationFn: (answers: z.output<typeof form>) =>
      api(applications.startApplication, { body: { callNumber, ...answers } }, { key }),
    onSuccess: ({ id: applicationId }) => navigate(path('draft', { applicationId })),
    // Another organisation is another request.
    onError: renewKey,
  });
}
