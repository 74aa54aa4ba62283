import { applications } from '@commonlot/contracts';
import { Button, Dialog, Stack } from '@commonlot/ui';
import { useMutation } from '@tanstack/react-query';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useApi } from '../../shared/api/browser-api';
import { ProblemNotice } from '../../shared/form/problem-notice';
import { usePath } from '../../shared/i18n/use-language';

/** Throws a draft away, after asking. */
export function DiscardDraft({ applicationId }: { readonly applicationId: string }) {
  const { t } = useTranslation('applications');
  const api = useApi();
  const navigate = useNavigate();
  const path = usePath();
  const [isAsking, setAsking] = useState(false);
  const discard = useMutation({
    mutationFn: () => api(applications.discardDraft, { params: { applicationId } }),
    onSuccess: () => navigate(path('applications')),
  });
  return (
    <div>
      <Button tone="quiet" size="small" icon={<Trash2 aria-hidden="true" />} onClick={() => setAsking(true)}>
        {t('discard.open')}
      </Button>
      <Dialog
        open={isAsking}
        title={t('discard.title')}
        onClose={() => setAsking(false)}
        actions={
          <Button tone="danger" pending={discard.isPending} onClick={() => discard.mutate()}>
            {t('discard.action')}
          </Button>
        }
      >
        <Stack>
          <p>{t('discard.text')}</p>
          <ProblemNotice error={discard.error} />
        </Stack>
      </Dialog>
    </div>
  );
}
