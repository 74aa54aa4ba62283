import { organisations } from '@commonlot/contracts';
import { formatEnterpriseNumber, parseEnterpriseNumber } from '@commonlot/domain';
import { Button, ButtonRow, ErrorSummary, Field, FormLayout, LinkButton, PageHeader, TextInput } from '@commonlot/ui';
import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation } from '@tanstack/react-query';
import { type UseFormSetValue, useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { type LoaderFunctionArgs, useLoaderData, useNavigate, useSearchParams } from 'react-router';
import type { z } from 'zod';
import { serverApi } from '../../shared/api/api.server';
import { useApi, useFormKey } from '../../shared/api/browser-api';
import { ProblemNotice } from '../../shared/form/problem-notice';
import { useLanguage, usePath } from '../../shared/i18n/use-language';
import { PageTitle } from '../../shared/page-title';
import { returnPath } from '../../shared/session/return-path';
import { OrganisationFields, useOrganisationLabels } from './organisation-fields';
import { type NewOrganisationInputs, newOrganisation } from './organisation-form';

export async function loader({ request }: LoaderFunctionArgs) {
  return serverApi(request)(organisations.listMunicipalities);
}

const empty = { enterpriseNumber: '', name: '', legalForm: '', street: '', postalCode: '', municipalityNis: '' };

/** Registers an organisation, and leads back to where somebody was on their way to. */
export default function NewOrganisationPage() {
  const { t } = useTranslation('organisations');
  const { t: shared } = useTranslation('shared');
  const path = usePath();
  const api = useApi();
  const [key] = useFormKey();
  const goOn = useGoOn();
  const { rows } = useLoaderData<typeof loader>();
  const save = useMutation({
    mutationFn: (body: z.output<typeof newOrganisation>) => api(organisations.createOrganisation, { body }, { key }),
    onSuccess: (made) => goOn(made.id),
  });
  const { control, handleSubmit, setValue } = useForm({
    resolver: zodResolver(newOrganisation),
    defaultValues: { ...empty, language: '' as 'nl', website: '', purpose: '' },
    shouldFocusError: false,
  });
  const labels = useOrganisationLabels();
  return (
    <>
      <PageTitle>{t('new.title')}</PageTitle>
      <PageHeader
        title={t('new.title')}
        lede={<p>{t('new.lede')}</p>}
        breadcrumbs={[{ label: t('list.title'), href: path('work-organisations') }]}
      />
      <FormLayout method="post" onSubmit={handleSubmit((answers) => save.mutate(answers))}>
        <ErrorSummary control={control} labels={labels} />
        <ProblemNotice error={save.error} />
        <Field
          control={control}
          name="enterpriseNumber"
          label={labels.enterpriseNumber}
          hint={t('form.numberHint')}
          render={(field, wiring) => (
            <TextInput
              short
              inputMode="numeric"
              autoComplete="off"
              {...field}
              {...wiring}
              onBlur={() => {
                writeBack(field.value, setValue);
                field.onBlur();
              }}
            />
          )}
        />
        <OrganisationFields control={control} municipalities={rows} />
        <ButtonRow>
          <Button type="submit" tone="primary" pending={save.isPending}>
            {t('new.action')}
          </Button>
          <LinkButton tone="quiet" href={path('work-organisations')}>
            {shared('action.cancel')}
          </LinkButton>
        </ButtonRow>
      </FormLayout>
    </>
  );
}

/** A number that is right is written as people know it, so that they see how it was understood. */
function writeBack(typed: string, setValue: UseFormSetValue<NewOrganisationInputs>) {
  const number = parseEnterpriseNumber(typed);
  if (number !== null) setValue('enterpriseNumber', formatEnterpriseNumber(number), { shouldValidate: false });
}

/** Back to the page that asked for an organisation, with the new one; else to the page of the organisation. */
function useGoOn() {
  const navigate = useNavigate();
  const language = useLanguage();
  const path = usePath();
  const [query] = useSearchParams();
  const wanted = query.get('return');
  return (organisationId: string) => {
    if (wanted === null) return navigate(path('work-organisation', { organisationId }));
    const back = returnPath(wanted, language);
    return navigate(`${back}${back.includes('?') ? '&' : '?'}organisation=${organisationId}`);
  };
}
