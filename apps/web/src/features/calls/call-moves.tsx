import { calls } from '@commonlot/contracts';
import { cents } from '@commonlot/domain';
import {
  Button,
  ButtonRow,
  Dialog,
  ErrorSummary,
  Field,
  FormLayout,
  Instant,
  Money,
  Notice,
  Stack,
  SummaryList,
} from '@commonlot/ui';
import { zodResolver } from '@hookform/resolvers/zod';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useNavigate, useRevalidator } from 'react-router';
import { z } from 'zod';
import { useApi } from '../../shared/api/browser-api';
import { ProblemNotice } from '../../shared/form/problem-notice';
import { usePath } from '../../shared/i18n/use-language';
import { useSession } from '../../shared/session/session';
import type { Call } from './call-records';

type Move = 'publish' | 'cancel' | 'discard';

/** What the reader may do with the call now; each step asks once, and says what it does. */
export function CallMoves({ call }: { readonly call: Call }) {
  const { t } = useTranslation('calls');
  const { can } = useSession();
  const [move, setMove] = useState<Move | null>(null);
  if (!can('call:write')) return null;
  const close = () => setMove(null);
  const isDraft = call.state === 'draft';
  const mayCancel = call.state === 'published' && call.filed === 0;
  if (!isDraft && !mayCancel) return null;
  return (
    <>
      <ButtonRow>
        {isDraft && call.blockers.length === 0 && (
          <Button onClick={() => setMove('publish')}>{t('publish.open')}</Button>
        )}
        {isDraft && (
          <Button tone="quiet" onClick={() => setMove('discard')}>
            {t('discard.open')}
          </Button>
        )}
        {mayCancel && (
          <Button tone="danger" onClick={() => setMove('cancel')}>
            {t('cancel.open')}
          </Button>
        )}
      </ButtonRow>
      {move === 'publish' && <PublishDialog call={call} onClose={close} />}
      {move === 'discard' && <DiscardDialog call={call} onClose={close} />}
      {move === 'cancel' && <CancelDialog call={call} onClose={close} />}
    </>
  );
}

interface MoveProps {
  readonly call: Pick<
    Call,
    'id' | 'revision' | 'envelopeCents' | 'lineCode' | 'lineAvailableCents' | 'opensAt' | 'closesAt'
  >;
  readonly onClose: () => void;
}

/** One attempt at a move: its refusal, whether it is under way, and what follows when it worked. */
function useAttempt(after: () => unknown) {
  const [problem, setProblem] = useState<unknown>(null);
  const [pending, setPending] = useState(false);
  async function attempt(change: () => Promise<unknown>) {
    setProblem(null);
    setPending(true);
    try {
      await change();
      await after();
    } catch (error) {
      setProblem(error);
    } finally {
      setPending(false);
    }
  }
  return { problem, pending, attempt };
}

/** Says what publication does: which money it sets aside on which line, and that nothing changes afterwards. */
export function PublishDialog({ call, onClose }: MoveProps) {
  const { t } = useTranslation('calls');
  const { t: shared } = useTranslation('shared');
  const api = useApi();
  const path = usePath();
  const navigate = useNavigate();
  const { revalidate } = useRevalidator();
  const { problem, pending, attempt } = useAttempt(async () => {
    await navigate(path('work-call', { callId: call.id }));
    await revalidate();
    onClose();
  });
  const publish = () =>
    attempt(() => api(calls.publishCall, { params: { callId: call.id }, body: { revision: call.revision } }));
  const envelopeCents = call.envelopeCents ?? cents(0);
  const isEnough = call.lineAvailableCents >= envelopeCents;
  return (
    <Dialog
      open
      title={t('publish.title')}
      onClose={onClose}
      actions={
        <ButtonRow>
          {isEnough && (
            <Button tone="primary" pending={pending} onClick={() => void publish()}>
              {t('publish.confirm')}
            </Button>
          )}
          <Button tone="quiet" onClick={onClose}>
            {shared('action.cancel')}
          </Button>
        </ButtonRow>
      }
    >
      <Stack gap={4}>
        <ProblemNotice error={problem} />
        {!isEnough && <Notice tone="error" title={t('money.aboveLine')} />}
        <p>{t('publish.text', { code: call.lineCode })}</p>
        <SummaryList
          items={[
            { id: 'reserved', label: t('publish.reserved'), value: <Money cents={envelopeCents} /> },
            { id: 'now', label: t('publish.availableNow'), value: <Money cents={call.lineAvailableCents} /> },
            {
              id: 'then',
              label: t('publish.availableThen'),
              value: <Money cents={cents(call.lineAvailableCents - envelopeCents)} />,
              isMissing: !isEnough,
            },
            { id: 'opens', label: t('field.opens'), value: <Instant at={call.opensAt} /> },
            { id: 'closes', label: t('field.closes'), value: <Instant at={call.closesAt} /> },
          ]}
        />
        <p>{t('publish.frozen')}</p>
      </Stack>
    </Dialog>
  );
}

export function DiscardDialog({ call, onClose }: MoveProps) {
  const { t } = useTranslation('calls');
  const { t: shared } = useTranslation('shared');
  const api = useApi();
  const path = usePath();
  const navigate = useNavigate();
  const { problem, pending, attempt } = useAttempt(() => navigate(path('work-calls')));
  const discard = () =>
    attempt(() => api(calls.discardCall, { params: { callId: call.id }, query: { revision: call.revision } }));
  return (
    <Dialog
      open
      title={t('discard.title')}
      onClose={onClose}
      actions={
        <ButtonRow>
          <Button tone="danger" pending={pending} onClick={() => void discard()}>
            {t('discard.confirm')}
          </Button>
          <Button tone="quiet" onClick={onClose}>
            {shared('action.cancel')}
          </Button>
        </ButtonRow>
      }
    >
      <Stack gap={4}>
        <ProblemNotice error={problem} />
        <p>{t('discard.text')}</p>
      </Stack>
    </Dialog>
  );
}

const reasonForm = z.object({
  reason: z.string().trim().min(1, 'form.error.required').max(1000, 'form.error.tooLong'),
});

function CancelDialog({ call, onClose }: MoveProps) {
  const { t } = useTranslation('calls');
  const { t: shared } = useTranslation('shared');
  const api = useApi();
  const { revalidate } = useRevalidator();
  const { problem, pending, attempt } = useAttempt(async () => {
    await revalidate();
    onClose();
  });
  const { control, handleSubmit } = useForm({
    resolver: zodResolver(reasonForm),
    defaultValues: { reason: '' },
    shouldFocusError: false,
  });
  const labels = { reason: t('cancel.reason') };
  const cancel = ({ reason }: z.output<typeof reasonForm>) =>
    attempt(() => api(calls.cancelCall, { params: { callId: call.id }, body: { revision: call.revision, reason } }));
  return (
    <Dialog open title={t('cancel.title')} onClose={onClose}>
      <FormLayout onSubmit={handleSubmit(cancel)}>
        <ErrorSummary control={control} labels={labels} />
        <ProblemNotice error={problem} />
        <p>{t('cancel.text')}</p>
        <Field
          control={control}
          name="reason"
          label={labels.reason}
          counter={1000}
          render={(field, wiring) => <textarea {...field} {...wiring} />}
        />
        <ButtonRow>
          <Button type="submit" tone="danger" pending={pending}>
            {t('cancel.confirm')}
          </Button>
          <Button tone="quiet" onClick={onClose}>
            {shared('action.cancel')}
          </Button>
        </ButtonRow>
      </FormLayout>
    </Dialog>
  );
}
