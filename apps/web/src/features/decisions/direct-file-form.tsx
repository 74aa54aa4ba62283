import { decisions } from '@commonlot/contracts';
import { fileLanguages, inLanguage, parseEuros } from '@commonlot/domain';
import {
  Button,
  ButtonRow,
  ErrorSummary,
  euroText,
  Field,
  FormLayout,
  Money,
  MoneyInput,
  RadioField,
  Select,
} from '@commonlot/ui';
import { zodResolver } from '@hookform/resolvers/zod';
import { useRef, useState } from 'react';
import { type Control, useController, useForm, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useNavigate, useRevalidator } from 'react-router';
import { z } from 'zod';
import { useApi, useFormKey } from '../../shared/api/browser-api';
import { UnsavedGuard } from '../../shared/form/unsaved-guard';
import { useLanguage, usePath } from '../../shared/i18n/use-language';
import { FileBlockers } from './file-blockers';
import { OrganisationPicker, type PickedOrganisation } from './organisation-picker';
import type { DirectFile, DirectLine } from './records';

const form = z.object({
  lineId: z.string().min(1, 'form.error.required'),
  organisationId: z.string().min(1, 'form.error.required'),
  fileLanguage: z.enum(fileLanguages, 'form.error.required'),
  title: z.string().trim().min(1, 'form.error.required').max(200, 'form.error.tooLong'),
  purpose: z.string().trim().min(20, 'decisions:direct.error.purpose').max(4000, 'form.error.tooLong'),
  requestedCents: z.string().transform((text, context) => {
    const amount = parseEuros(text);
    if (amount !== null && amount > 0) return amount;
    context.addIssue({ code: 'custom', message: 'form.error.amount' });
    return z.NEVER;
  }),
});
type Answers = z.output<typeof form>;
type Typed = z.input<typeof form>;

interface DirectFileFormProps {
  /** Null for a file that is begun. */
  readonly file: DirectFile | null;
  readonly lines: readonly DirectLine[];
}

/** The draft of a direct file; it is proposed once it is saved. */
export function DirectFileForm({ file, lines }: DirectFileFormProps) {
  const { t } = useTranslation('decisions');
  const { t: shared } = useTranslation('shared');
  const language = useLanguage();
  const names = ['lineId', 'organisationId', 'fileLanguage', 'title', 'purpose', 'requestedCents'] as const;
  const labels = Object.fromEntries(names.map((name) => [name, t(`direct.field.${name}`)])) as Record<
    (typeof names)[number],
    string
  >;
  const { control, handleSubmit, formState, reset, getValues } = useForm<Typed, unknown, Answers>({
    resolver: zodResolver(form),
    defaultValues: {
      lineId: file?.lineId ?? '',
      organisationId: file?.organisationId ?? '',
      ...(file && { fileLanguage: file.fileLanguage }),
      title: file?.title ?? '',
      purpose: file?.purpose ?? '',
      requestedCents: file === null ? '' : euroText(file.requestedCents, language),
    },
    shouldFocusError: false,
  });
  const saving = useSaving(file, () => reset(getValues()));
  return (
    <FormLayout method="post" onSubmit={handleSubmit((answers) => saving.save(answers, false))}>
      <ErrorSummary control={control} labels={labels} />
      <FileBlockers problem={saving.problem} />
      <LineAndOrganisation control={control} lines={lines} file={file} labels={labels} />
      <RadioField
        control={control}
        name="fileLanguage"
        legend={labels.fileLanguage}
        hint={t('direct.languageHint')}
        inline
        options={fileLanguages.map((each) => ({ value: each, label: t(`direct.languageWords.${each}`) }))}
      />
      <Field
        control={control}
        name="title"
        label={labels.title}
        counter={200}
        render={(field, wiring) => <input {...field} {...wiring} />}
      />
      <Field
        control={control}
        name="purpose"
        label={labels.purpose}
        hint={t('direct.purposeHint')}
        counter={4000}
        render={(field, wiring) => <textarea {...field} {...wiring} />}
      />
      <Field
        control={control}
        name="requestedCents"
        label={labels.requestedCents}
        hint={<AvailableHint control={control} lines={lines} />}
        render={(field, wiring) => <MoneyInput {...field} {...wiring} />}
      />
      <ButtonRow>
        <Button type="submit" tone="primary" pending={saving.isPending}>
          {file === null ? t('direct.create') : shared('action.save')}
        </Button>
        {file !== null && (
          <Button
            pending={saving.isPending}
            onClick={() => void handleSubmit((answers) => saving.save(answers, true))()}
          >
            {t('direct.propose')}
          </Button>
        )}
      </ButtonRow>
      <UnsavedGuard isDirty={formState.isDirty} mayLeave={saving.mayLeave} />
    </FormLayout>
  );
}

function useSaving(file: DirectFile | null, onSaved: () => void) {
  const api = useApi();
  const path = usePath();
  const navigate = useNavigate();
  const { revalidate } = useRevalidator();
  const [key] = useFormKey();
  const [revision, setRevision] = useState(file?.revision ?? 0);
  const [isPending, setPending] = useState(false);
  const mayLeave = useRef(false);
  const [problem, setProblem] = useState<unknown>(null);

  async function write(body: Answers, isProposed: boolean) {
    if (file === null) {
      const made = await api(decisions.createDirectFile, { body }, { key });
      mayLeave.current = true;
      await navigate(path('direct-file', { directFileId: made.id }));
      return;
    }
    const params = { directFileId: file.id };
    const saved = await api(decisions.saveDirectFile, { params, body: { ...body, revision } });
    setRevision(saved.revision);
    onSaved();
    if (isProposed) await api(decisions.proposeDirectFile, { params, body: { revision: saved.revision } });
    await revalidate();
  }

  async function save(answers: Answers, isProposed: boolean) {
    setPending(true);
    setProblem(null);
    try {
      await write(answers, isProposed);
    } catch (error) {
      setProblem(error);
    } finally {
      setPending(false);
    }
  }
  return { save, problem, isPending, mayLeave };
}

interface PartProps {
  readonly control: Control<Typed, unknown, Answers>;
  readonly lines: readonly DirectLine[];
}

function LineAndOrganisation({
  control,
  lines,
  file,
  labels,
}: PartProps & { readonly file: DirectFile | null; readonly labels: { lineId: string; organisationId: string } }) {
  const { t } = useTranslation('decisions');
  const language = useLanguage();
  const { field: organisation, fieldState } = useController({ control, name: 'organisationId' });
  const lineId = useWatch({ control, name: 'lineId' });
  const [picked, setPicked] = useState<PickedOrganisation | null>(
    file && { id: file.organisationId, name: file.organisationName, enterpriseNumber: file.enterpriseNumber },
  );
  const named = lines.find((line) => line.lineId === lineId)?.beneficiaryNumber ?? null;
  return (
    <>
      <Field
        control={control}
        name="lineId"
        label={labels.lineId}
        hint={t('direct.lineHint')}
        render={(field, wiring) => (
          <Select
            {...field}
            {...wiring}
            placeholder={t('direct.chooseLine')}
            options={lines.map((line) => ({
              value: line.lineId,
              label: `${line.year} · ${line.code} ${inLanguage(line.label, language).text}`,
            }))}
          />
        )}
      />
      <OrganisationPicker
        // Another line may name another beneficiary: the search begins with that one.
        key={named ?? ''}
        label={labels.organisationId}
        named={named}
        picked={picked}
        isMissing={fieldState.error !== undefined}
        onPick={(next) => {
          setPicked(next);
          organisation.onChange(next?.id ?? '');
        }}
      />
    </>
  );
}

function AvailableHint({ control, lines }: PartProps) {
  const { t } = useTranslation('decisions');
  const lineId = useWatch({ control, name: 'lineId' });
  const available = lines.find((line) => line.lineId === lineId)?.figures?.availableCents ?? null;
  if (available === null) return t('direct.amountHint');
  return (
    <>
      {t('direct.available')} <Money cents={available} />
    </>
  );
}
