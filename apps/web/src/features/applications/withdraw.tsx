import { applications } from '@commonlot/contracts';
import { Button, Dialog, FieldFrame, Stack } from '@commonlot/ui';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRevalidator } from 'react-router';
import { useApi } from '../../shared/api/browser-api';
import { ProblemNotice } from '../../shared/form/problem-notice';
import type { OwnApplication } from './records';

/** Takes an application back until its decision is released. That it can be done tells nothing of the result. */
export function Withdraw({ application }: { readonly application: OwnApplication }) {
  const { t } = useTranslation('applications');
  const api = useApi();
  const { revalidate } = useRevalidator();
  const [isAsking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const withdraw = useMutation({
    mutationFn: () =>
      api(applications.withdrawApplication, { params: { applicationId: application.id }, body: { reason } }),
    onSuccess: async () => {
      setAsking(false);
      await revalidate();
    },
  });
  return (
    <div>
      <Button onClick={() => setAsking(true)}>{t('withdraw.open')}</Button>
      <Dialog
        open={isAsking}
        title={t('withdraw.title')}
        onClose={() => setAsking(false)}
        actions={
          <Button tone="danger" pending={withdraw.isPending} onClick={() => withdraw.mutate()}>
            {t('withdraw.action')}
          </Button>
        }
      >
        <Stack>
          <p>{t('withdraw.text')}</p>
          <ProblemNotice error={withdraw.error} />
          <FieldFrame
            id="withdrawal-reason"
            label={t('withdraw.reason')}
            hint={t('withdraw.reasonHint')}
            optional
            counter={{ text: reason, max: 2000 }}
            render={(wiring) => (
              <textarea rows={4} value={reason} onChange={(event) => setReason(event.target.value)} {...wiring} />
            )}
          />
        </Stack>
      </Dialog>
    </div>
  );
}
