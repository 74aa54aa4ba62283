import { decisions } from '@commonlot/contracts';
import { formatEnterpriseNumber } from '@commonlot/domain';
import { Button, ButtonRow, Money, Notice, PlainText, Stack, SummaryList } from '@commonlot/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useApi, useFormKey } from '../../shared/api/browser-api';
import { ProblemNotice } from '../../shared/form/problem-notice';
import { Localised } from '../../shared/i18n/localised';
import { usePath } from '../../shared/i18n/use-language';
import { useSession } from '../../shared/session/session';
import type { DirectFile } from './records';

/** A direct file that is no draft any more; once proposed, its decision can be prepared from here. */
export function DirectFileText({ file }: { readonly file: DirectFile }) {
  const { t } = useTranslation('decisions');
  const { can } = useSession();
  return (
    <Stack gap={6}>
      {file.state === 'proposed' && file.batchId === null && can('decision:prepare') && <PrepareDecision file={file} />}
      <SummaryList
        items={[
          {
            id: 'line',
            label: t('field.line'),
            value: (
              <>
                {file.lineCode} <Localised text={file.lineLabel} />
              </>
            ),
          },
          {
            id: 'organisation',
            label: t('field.beneficiary'),
            value: `${file.organisationName} (${formatEnterpriseNumber(file.enterpriseNumber)})`,
          },
          { id: 'language', label: t('direct.language'), value: t(`direct.languageWords.${file.fileLanguage}`) },
          { id: 'amount', label: t('field.amount'), value: <Money cents={file.requestedCents} /> },
          {
            id: 'purpose',
            label: t('direct.purpose'),
            value: <PlainText lang={file.fileLanguage}>{file.purpose}</PlainText>,
          },
        ]}
      />
    </Stack>
  );
}

function PrepareDecision({ file }: { readonly file: DirectFile }) {
  const { t } = useTranslation('decisions');
  const api = useApi();
  const path = usePath();
  const navigate = useNavigate();
  const [key] = useFormKey();
  const [isPending, setPending] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);

  async function prepare() {
    setPending(true);
    setProblem(null);
    try {
      const batch = await api(decisions.createBatch, { body: { callId: null, directFileIds: [file.id] } }, { key });
      await navigate(path('batch', { batchId: batch.id }));
    } catch (error) {
      setProblem(error);
      setPending(false);
    }
  }

  return (
    <>
      <ProblemNotice error={problem} />
      <Notice tone="success" title={t('direct.proposed')}>
        <p>{t('direct.proposedText')}</p>
      </Notice>
      <ButtonRow>
        <Button tone="primary" pending={isPending} onClick={() => void prepare()}>
          {t('direct.prepare')}
        </Button>
      </ButtonRow>
    </>
  );
}
