import { applications } from '@commonlot/contracts';
import { Button, ButtonRow, CheckboxField, ErrorSummary, FormLayout, Notice, Panel } from '@commonlot/ui';
import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation } from '@tanstack/react-query';
import { Send } from 'lucide-react';
import { useRef } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useNavigate, useRevalidator } from 'react-router';
import { z } from 'zod';
import { isProblem, useApi, useFormKey } from '../../shared/api/browser-api';
import { ProblemNotice } from '../../shared/form/problem-notice';
import { usePath } from '../../shared/i18n/use-language';
import type { OwnApplication } from './records';
import type { DraftSaving } from './use-autosave';

const form = z.object({
  declaresTruth: z.boolean().refine((isDeclared) => isDeclared, 'applications:send.declarationMissing'),
});

interface SendFormProps {
  readonly application: OwnApplication;
  readonly saving: DraftSaving;
  /** Pressed while something is missing: takes the reader to the list of it. */
  readonly onBlocked: () => void;
}

/** The declaration and the one button that sends. It is never disabled: pressed too early it says what is missing. */
export function SendForm({ application, saving, onBlocked }: SendFormProps) {
  const { t } = useTranslation('applications');
  const send = useSend(application, saving);
  const { control, handleSubmit } = useForm({
    resolver: zodResolver(form),
    defaultValues: { declaresTruth: false },
    shouldFocusError: false,
  });
  const isSending = useRef(false);
  const isUnsaved = saving.snapshot.unsavedCount > 0;

  function press() {
    if (application.blockers.length > 0) return onBlocked();
    if (isUnsaved) return void saving.flush();
    // A double press comes before the button knows that the request is under way.
    if (isSending.current) return undefined;
    isSending.current = true;
    return send.mutate(undefined, {
      onError: () => {
        isSending.current = false;
      },
    });
  }
  return (
    <Panel title={t('send.title')} tone="accent">
      <FormLayout method="post" onSubmit={handleSubmit(press)}>
        <ErrorSummary control={control} labels={{ declaresTruth: t('send.declaration') }} />
        <ProblemNotice error={isProblem(send.error, 'record.stale') ? null : send.error} />
        {isProblem(send.error, 'record.stale') && (
          <Notice tone="warning" title={t('send.staleTitle')} live>
            <p>{t('send.stale')}</p>
          </Notice>
        )}
        {isUnsaved && <Notice tone="warning">{t('send.unsaved')}</Notice>}
        <CheckboxField
          control={control}
          name="declaresTruth"
          label={t('send.declaration')}
          hint={t('send.declarationHint')}
        />
        <p>{t('send.afterwards')}</p>
        <ButtonRow>
          <Button type="submit" tone="primary" icon={<Send aria-hidden="true" />} pending={send.isPending}>
            {t('send.action')}
          </Button>
        </ButtonRow>
      </FormLayout>
    </Panel>
  );
}

function useSend(application: OwnApplication, saving: DraftSaving) {
  const api = useApi();
  const path = usePath();
  const navigate = useNavigate();
  const { revalidate } = useRevalidator();
  const [key, renewKey] = useFormKey();
  const { id: applicationId } = application;
  return useMutation({
    mutationFn: () =>
      api(
        applications.submitApplication,
        { params: { applicationId }, body: { revision: saving.snapshot.revision, declaresTruth: true } },
        { key },
      ),
    onSuccess: () => navigate(path('application', { applicationId }, { sent: 1 })),
    onError: (error) => {
      // The same key with another content would be refused: a new reading is a new attempt.
      if (isProblem(error, 'record.stale') || isProblem(error, 'application.blocked')) {
        renewKey();
        void revalidate();
      }
    },
  });
}
