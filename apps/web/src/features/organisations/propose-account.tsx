import { organisations } from '@commonlot/contracts';
import { formatIban, parseIban } from '@commonlot/domain';
import { Button, ButtonRow, ErrorSummary, Field, FormLayout, Panel } from '@commonlot/ui';
import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useRevalidator } from 'react-router';
import { z } from 'zod';
import { useApi, useFormKey } from '../../shared/api/browser-api';
import { ProblemNotice } from '../../shared/form/problem-notice';
import type { Organisation } from './records';

const form = z.object({
  iban: z.string().transform((text, context) => {
    const found = parseIban(text);
    if (found !== null) return found.iban;
    const isEmpty = text.trim() === '';
    context.addIssue({ code: 'custom', message: isEmpty ? 'form.error.required' : 'organisations:account.ibanWrong' });
    return z.NEVER;
  }),
  holder: z.string().trim().min(1, 'form.error.required').max(200, 'form.error.tooLong'),
});

interface ProposeAccountProps {
  readonly organisation: Organisation;
  readonly isFirst: boolean;
}

/** Proposes an account. Nobody is paid on it before a second person of the Lottery has verified it. */
export function ProposeAccount({ organisation, isFirst }: ProposeAccountProps) {
  const { t } = useTranslation('organisations');
  const api = useApi();
  const [key, renewKey] = useFormKey();
  const { revalidate } = useRevalidator();
  const { control, handleSubmit, setValue } = useForm({
    resolver: zodResolver(form),
    defaultValues: { iban: '', holder: organisation.name },
    shouldFocusError: false,
  });
  const propose = useMutation({
    mutationFn: (body: z.output<typeof form>) =>
      api(organisations.proposeBankAccount, { params: { organisationId: organisation.id }, body }, { key }),
    onSuccess: async () => {
      renewKey();
      await revalidate();
    },
  });
  const labels = { iban: t('account.iban'), holder: t('account.holder') };
  return (
    <Panel title={isFirst ? t('account.first') : t('account.other')} level={3} tone="sunken">
      <FormLayout method="post" onSubmit={handleSubmit((answers) => propose.mutate(answers))}>
        <p>{t('account.text')}</p>
        <ErrorSummary control={control} labels={labels} idPrefix="account-" />
        <ProblemNotice error={propose.error} />
        <Field
          control={control}
          name="iban"
          idPrefix="account-"
          label={labels.iban}
          hint={t('account.ibanHint')}
          render={(field, wiring) => (
            <input
              autoComplete="off"
              spellCheck={false}
              {...field}
              {...wiring}
              onBlur={() => {
                const found = parseIban(field.value);
                if (found !== null) setValue('iban', formatIban(found.iban));
                field.onBlur();
              }}
            />
          )}
        />
        <Field
          control={control}
          name="holder"
          idPrefix="account-"
          label={labels.holder}
          hint={t('account.holderHint')}
          render={(field, wiring) => <input autoComplete="off" {...field} {...wiring} />}
        />
        <ButtonRow>
          <Button type="submit" pending={propose.isPending}>
            {t('account.action')}
          </Button>
        </ButtonRow>
      </FormLayout>
    </Panel>
  );
}
