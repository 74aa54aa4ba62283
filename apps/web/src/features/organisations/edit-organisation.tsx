import { organisations } from '@commonlot/contracts';
import { Button, ButtonRow, ErrorSummary, FormLayout } from '@commonlot/ui';
import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useRevalidator } from 'react-router';
import type { z } from 'zod';
import { useApi } from '../../shared/api/browser-api';
import { ProblemNotice } from '../../shared/form/problem-notice';
import type { Municipality } from './municipality-input';
import { OrganisationFields, useOrganisationLabels } from './organisation-fields';
import { organisationAnswers } from './organisation-form';
import type { Organisation } from './records';

interface EditOrganisationProps {
  readonly organisation: Organisation;
  readonly municipalities: readonly Municipality[];
  readonly onSaved: () => void;
  readonly onCancel: () => void;
}

/** Changes what is known of an organisation; its number stays. */
export function EditOrganisation({ organisation, municipalities, onSaved, onCancel }: EditOrganisationProps) {
  const { t: shared } = useTranslation('shared');
  const api = useApi();
  const { revalidate } = useRevalidator();
  const labels = useOrganisationLabels();
  const { id, revision, name, legalForm, street, postalCode, municipalityNis, language, website, purpose } =
    organisation;
  const { control, handleSubmit } = useForm({
    resolver: zodResolver(organisationAnswers),
    defaultValues: {
      name,
      legalForm,
      street,
      postalCode,
      municipalityNis,
      language,
      website: website ?? '',
      purpose,
    },
    shouldFocusError: false,
  });
  const save = useMutation({
    mutationFn: (answers: z.output<typeof organisationAnswers>) =>
      api(organisations.updateOrganisation, { params: { organisationId: id }, body: { ...answers, revision } }),
    onSuccess: async () => {
      await revalidate();
      onSaved();
    },
  });
  return (
    <FormLayout method="post" onSubmit={handleSubmit((answers) => save.mutate(answers))}>
      <ErrorSummary control={control} labels={labels} />
      <ProblemNotice error={save.error} />
      <OrganisationFields control={control} municipalities={municipalities} />
      <ButtonRow>
        <Button type="submit" tone="primary" pending={save.isPending}>
          {shared('action.save')}
        </Button>
        <Button tone="quiet" onClick={onCancel}>
          {shared('action.cancel')}
        </Button>
      </ButtonRow>
    </FormLayout>
  );
}
