import { payments } from '@commonlot/contracts';
import { cents } from '@commonlot/domain';
import { FileList, FilePicker, Money, Notice, Stack, UiLink } from '@commonlot/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRevalidator } from 'react-router';
import { ApiProblem } from '../../../shared/api/problem';
import { uploadFile } from '../../../shared/api/upload';
import { ProblemNotice } from '../../../shared/form/problem-notice';
import { usePath } from '../../../shared/i18n/use-language';

interface Sending {
  readonly file: File;
  readonly progress: number;
}

/** Imports a file of the bank at once: it is right and taken whole, or refused with all that is wrong. */
export function StatementUpload() {
  const { t } = useTranslation('payments');
  const { revalidate } = useRevalidator();
  const [sending, setSending] = useState<Sending | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const [imported, setImported] = useState<readonly string[]>([]);

  async function send(file: File) {
    setProblem(null);
    setImported([]);
    setSending({ file, progress: 0 });
    try {
      const onProgress = (progress: number) => setSending({ file, progress });
      const query = { name: file.name };
      const { statementIds } = await uploadFile(payments.importBankStatements, { query }, file, { onProgress });
      setImported(statementIds);
      await revalidate();
    } catch (error) {
      setProblem(error);
    } finally {
      setSending(null);
    }
  }

  return (
    <Stack gap={4}>
      <FilePicker
        label={t('reconciliation.upload')}
        hint={t('reconciliation.uploadHint')}
        accept=".xml,.csv,.tsv,.txt"
        multiple={false}
        onFiles={([file]) => file !== undefined && void send(file)}
      />
      {sending !== null && (
        <FileList
          label={t('reconciliation.file')}
          files={[
            {
              id: 'file',
              name: sending.file.name,
              sizeBytes: sending.file.size,
              state: 'uploading',
              progress: sending.progress,
            },
          ]}
        />
      )}
      {imported.length > 0 && <Imported statementIds={imported} />}
      <UploadProblem problem={problem} />
    </Stack>
  );
}

function Imported({ statementIds }: { readonly statementIds: readonly string[] }) {
  const { t } = useTranslation('payments');
  const path = usePath();
  const [statementId] = statementIds;
  return (
    <Notice tone="success" live title={t('reconciliation.imported', { count: statementIds.length })}>
      {statementId !== undefined && (
        <UiLink href={path('bank-statement', { statementId })}>{t('reconciliation.openStatement')}</UiLink>
      )}
    </Notice>
  );
}

interface Fault {
  readonly line: number | null;
  readonly entry: number | null;
  readonly code: string;
  readonly differenceCents?: number;
}

/** Why nothing was imported: every fault by its line and entry, or the statement that is there already. */
function UploadProblem({ problem }: { readonly problem: unknown }) {
  const { t } = useTranslation('payments');
  const path = usePath();
  const { code, details } = problem instanceof ApiProblem ? problem : { code: null, details: {} };
  if (code === 'bank-statement.duplicate' && typeof details['statementId'] === 'string') {
    const statementId = details['statementId'];
    return (
      <Notice tone="warning" live title={t('reconciliation.duplicate')}>
        <UiLink href={path('bank-statement', { statementId })}>{t('reconciliation.openStatement')}</UiLink>
      </Notice>
    );
  }
  if (code !== 'bank-statement.invalid') return <ProblemNotice error={problem} />;
  const faults = Array.isArray(details['faults']) ? (details['faults'] as Fault[]) : [];
  return (
    <Notice tone="error" live title={t('reconciliation.refused')}>
      <p>{t('reconciliation.refusedNext')}</p>
      <ul>
        {faults.map((fault) => (
          <li key={`${fault.line}-${fault.entry}-${fault.code}`}>
            <FaultWords fault={fault} />
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function FaultWords({ fault: { line, entry, code, differenceCents } }: { readonly fault: Fault }) {
  const { t, i18n } = useTranslation('payments');
  const place = [
    ...(line === null ? [] : [t('reconciliation.atLine', { line })]),
    ...(entry === null ? [] : [t('reconciliation.atEntry', { entry })]),
  ].join(', ');
  const key = `reconciliation.fault.${code}`;
  const words = i18n.exists(key, { ns: 'payments' }) ? t(key) : t('reconciliation.fault.other', { code });
  return (
    <>
      {place === '' ? words : `${place}: ${words}`}
      {differenceCents !== undefined && (
        <>
          {' '}
          {t('reconciliation.difference')} <Money cents={cents(differenceCents)} decimals="always" />
        </>
      )}
    </>
  );
}
