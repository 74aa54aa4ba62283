import { applications } from '@commonlot/contracts';
import { Button, ButtonRow } from '@commonlot/ui';
import { useMutation } from '@tanstack/react-query';
import { Check } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRevalidator } from 'react-router';
import { useApi } from '../../shared/api/browser-api';
import { ProblemNotice } from '../../shared/form/problem-notice';
import { ExclusionForm } from './exclusion-form';

interface ScreeningActionsProps {
  readonly application: { readonly id: string; readonly number: string; readonly revision: number };
  /** After it was admitted or excluded; the page is read again in any case. */
  readonly onDone?: (outcome: 'admitted' | 'excluded') => void;
}

/** Admits an application to review, or finds it not admissible with reasons. For a file that was sent, after closing. */
export function ScreeningActions({ application, onDone }: ScreeningActionsProps) {
  const { t } = useTranslation('applications');
  const api = useApi();
  const { revalidate } = useRevalidator();
  const [isExcluding, setExcluding] = useState(false);
  const admit = useMutation({
    mutationFn: () =>
      api(applications.admitApplication, {
        params: { applicationId: application.id },
        body: { revision: application.revision },
      }),
    onSuccess: () => done('admitted'),
  });

  async function done(outcome: 'admitted' | 'excluded') {
    await revalidate();
    onDone?.(outcome);
  }
  if (isExcluding) {
    return (
      <ExclusionForm application={application} onDone={() => done('excluded')} onCancel={() => setExcluding(false)} />
    );
  }
  return (
    <>
      <ProblemNotice error={admit.error} />
      <ButtonRow>
        <Button
          tone="primary"
          icon={<Check aria-hidden="true" />}
          pending={admit.isPending}
          onClick={() => admit.mutate()}
        >
          {t('screen.admit')}
        </Button>
        <Button onClick={() => setExcluding(true)}>{t('screen.exclude')}</Button>
      </ButtonRow>
    </>
  );
}
