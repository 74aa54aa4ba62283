import { organisations } from '@commonlot/contracts';
import { memberRoles } from '@commonlot/domain';
import { Button, ButtonRow, ErrorSummary, Field, FormLayout, Notice, Panel, RadioField } from '@commonlot/ui';
import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useRevalidator } from 'react-router';
import { z } from 'zod';
import { useApi, useFormKey } from '../../shared/api/browser-api';
import { ProblemNotice } from '../../shared/form/problem-notice';

const form = z.object({
  email: z.email('form.error.email').max(254, 'form.error.email'),
  role: z.enum(memberRoles, 'form.error.required'),
});

/** Invites somebody to act for the organisation. Whether an address has an account is not told. */
export function AddMember({ organisationId }: { readonly organisationId: string }) {
  const { t } = useTranslation('organisations');
  const api = useApi();
  const [key, renewKey] = useFormKey();
  const { revalidate } = useRevalidator();
  const { control, handleSubmit, reset } = useForm({
    resolver: zodResolver(form),
    defaultValues: { email: '', role: 'editor' as const },
    shouldFocusError: false,
  });
  const add = useMutation({
    mutationFn: (body: z.output<typeof form>) =>
      api(organisations.addMember, { params: { organisationId }, body }, { key }),
    onSuccess: async () => {
      renewKey();
      reset();
      await revalidate();
    },
  });
  const labels = { email: t('members.email'), role: t('members.role') };
  return (
    <Panel title={t('members.add')} level={3} tone="sunken">
      <FormLayout method="post" onSubmit={handleSubmit((answers) => add.mutate(answers))}>
        <ErrorSummary control={control} labels={labels} idPrefix="member-" />
        <ProblemNotice error={add.error} />
        {add.isSuccess && (
          <Notice tone="success" live>
            {t('members.added', { email: add.variables.email })}
          </Notice>
        )}
        <Field
          control={control}
          name="email"
          idPrefix="member-"
          label={labels.email}
          hint={t('members.emailHint')}
          render={(field, wiring) => <input type="email" autoComplete="off" {...field} {...wiring} />}
        />
        <RadioField
          control={control}
          name="role"
          idPrefix="member-"
          legend={labels.role}
          options={memberRoles.map((value) => ({
            value,
            label: t(`memberRole.${value}`),
            hint: t(`memberRoleHint.${value}`),
          }))}
        />
        <ButtonRow>
          <Button type="submit" pending={add.isPending}>
            {t('members.addAction')}
          </Button>
        </ButtonRow>
      </FormLayout>
    </Panel>
  );
}
