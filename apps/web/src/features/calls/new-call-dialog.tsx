import { calls } from '@commonlot/contracts';
import {
  Button,
  ButtonRow,
  Dialog,
  ErrorSummary,
  Field,
  FormLayout,
  Notice,
  Select,
  type SelectOption,
  Skeleton,
  Stack,
} from '@commonlot/ui';
import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { z } from 'zod';
import { useApi, useFormKey } from '../../shared/api/browser-api';
import { ProblemNotice } from '../../shared/form/problem-notice';
import { usePath } from '../../shared/i18n/use-language';
import styles from './edit-call.module.css';
import { useCallLines } from './lines-for-calls';

const title = z.string().trim().min(1, 'form.error.required').max(200, 'form.error.tooLong');
const form = z.object({ lineId: z.uuid('form.error.invalid_value'), nl: title, fr: title });

/** A call begins with a line of a plan in force and a title in the two languages that always exist. */
export function NewCallDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('calls');
  const { query, options } = useCallLines();
  return (
    <Dialog open wide title={t('new.title')} onClose={onClose}>
      <Stack>
        <p>{t('new.text')}</p>
        <ProblemNotice error={query.error} />
        {query.isPending && <Skeleton lines={4} label={t('new.loading')} />}
        {query.isSuccess && options.length === 0 && <Notice tone="warning">{t('new.noLine')}</Notice>}
        {options.length > 0 && <NewCallForm lines={options} onClose={onClose} />}
      </Stack>
    </Dialog>
  );
}

interface NewCallFormProps {
  readonly lines: readonly SelectOption[];
  readonly onClose: () => void;
}

function NewCallForm({ lines, onClose }: NewCallFormProps) {
  const { t } = useTranslation('calls');
  const { t: shared } = useTranslation('shared');
  const api = useApi();
  const path = usePath();
  const navigate = useNavigate();
  const [key] = useFormKey();
  const { control, handleSubmit } = useForm({
    resolver: zodResolver(form),
    defaultValues: { lineId: '', nl: '', fr: '' },
    shouldFocusError: false,
  });
  const begin = useMutation({
    mutationFn: ({ lineId, nl, fr }: z.output<typeof form>) =>
      api(calls.createCall, { body: { lineId, title: { nl, fr } } }, { key }),
    onSuccess: ({ id }) => navigate(path('edit-call', { callId: id })),
  });
  const labels = { lineId: t('field.line'), nl: t('new.titleNl'), fr: t('new.titleFr') };
  return (
    <FormLayout onSubmit={handleSubmit((answers) => begin.mutate(answers))}>
      <ErrorSummary control={control} labels={labels} />
      <ProblemNotice error={begin.error} />
      <Field
        control={control}
        name="lineId"
        label={labels.lineId}
        hint={t('new.lineHint')}
        render={(field, wiring) => (
          <Select className={styles.line} placeholder={t('new.chooseLine')} options={lines} {...field} {...wiring} />
        )}
      />
      <Field
        control={control}
        name="nl"
        label={labels.nl}
        render={(field, wiring) => <input lang="nl" {...field} {...wiring} />}
      />
      <Field
        control={control}
        name="fr"
        label={labels.fr}
        render={(field, wiring) => <input lang="fr" {...field} {...wiring} />}
      />
      <ButtonRow>
        <Button type="submit" tone="primary" pending={begin.isPending}>
          {t('new.create')}
        </Button>
        <Button tone="quiet" onClick={onClose}>
          {shared('action.cancel')}
        </Button>
      </ButtonRow>
    </FormLayout>
  );
}
