import { decisions } from '@commonlot/contracts';
import { Button, ButtonRow, Notice } from '@commonlot/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRevalidator } from 'react-router';
import { useApi } from '../../shared/api/browser-api';
import { ProblemNotice } from '../../shared/form/problem-notice';
import type { Batch } from './records';
import { ReleaseDialog } from './release-dialog';
import { SendBackDialog } from './send-back-dialog';
import { SignDialog } from './sign-dialog';

type Opened = 'sendBack' | 'sign' | 'release' | null;

/** The next step of a batch, for whoever may take it. */
export function BatchActions({ batch }: { readonly batch: Batch }) {
  const { t } = useTranslation('decisions');
  const api = useApi();
  const { revalidate } = useRevalidator();
  const [opened, setOpened] = useState<Opened>(null);
  const [isPending, setPending] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const { may } = batch;
  const close = () => setOpened(null);

  async function prepare() {
    setPending(true);
    setProblem(null);
    try {
      await api(decisions.prepareBatch, { params: { batchId: batch.id }, body: { revision: batch.revision } });
      await revalidate();
    } catch (error) {
      setProblem(error);
    } finally {
      setPending(false);
    }
  }

  if (batch.state === 'released') {
    return (
      <Notice tone="success" title={t('release.done', { count: batch.decisions })}>
        <p>{t('release.doneText')}</p>
      </Notice>
    );
  }
  return (
    <>
      <ProblemNotice error={problem} />
      <Waiting batch={batch} />
      <ButtonRow>
        {may.prepare && (
          <Button tone="primary" pending={isPending} onClick={() => void prepare()}>
            {t('batch.prepare')}
          </Button>
        )}
        {may.sign && (
          <Button tone="primary" onClick={() => setOpened('sign')}>
            {t('batch.sign')}
          </Button>
        )}
        {may.release && (
          <Button tone="primary" onClick={() => setOpened('release')}>
            {t('batch.release')}
          </Button>
        )}
        {may.sendBack && <Button onClick={() => setOpened('sendBack')}>{t('batch.sendBack')}</Button>}
      </ButtonRow>
      <SendBackDialog open={opened === 'sendBack'} batch={batch} onClose={close} />
      <SignDialog open={opened === 'sign'} batch={batch} onClose={close} />
      <ReleaseDialog open={opened === 'release'} batch={batch} onClose={close} />
    </>
  );
}

/** Where there is nothing to press it says why, or whose turn it is, so that nobody looks for a button. */
function Waiting({ batch }: { readonly batch: Batch }) {
  const { t } = useTranslation('decisions');
  const { may, state } = batch;
  if (may.prepare || may.sign || may.release || state === 'discarded') return null;
  return (
    <Notice tone="info">
      <p>
        {state === 'draft' && may.edit && t('batch.toComplete', { count: batch.incomplete })}
        {state === 'prepared' && may.sendBack && t('batch.mayNotSign')}
        {!may.edit && !may.sendBack && t(`batch.waiting.${state}`)}
      </p>
    </Notice>
  );
}
