import { plan } from '@commonlot/contracts';
import { Button, FileList, FilePicker, Notice, PageHeader, Stack } from '@commonlot/ui';
import { Download } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../../shared/api/problem';
import { uploadFile } from '../../../shared/api/upload';
import { ProblemNotice } from '../../../shared/form/problem-notice';
import { useLanguage, usePath } from '../../../shared/i18n/use-language';
import { PageTitle } from '../../../shared/page-title';
import { templateCsv } from './import-columns';
import { ImportEditor } from './import-editor';
import { type Preview, typedRows } from './import-rows';

interface Sending {
  readonly file: File;
  readonly progress: number;
}

/** A plan from a file: choose, look, correct here what is wrong, save as a draft. */
export default function ImportPlanPage() {
  const { t } = useTranslation('plan');
  const path = usePath();
  const language = useLanguage();
  const [sending, setSending] = useState<Sending | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const [read, setRead] = useState<{ name: string; preview: Preview; attempt: number } | null>(null);

  async function send(file: File) {
    setProblem(null);
    setSending({ file, progress: 0 });
    try {
      const onProgress = (progress: number) => setSending({ file, progress });
      const preview = await uploadFile(plan.previewPlanImport, { query: { name: file.name } }, file, { onProgress });
      setRead((before) => ({ name: file.name, preview, attempt: (before?.attempt ?? 0) + 1 }));
    } catch (error) {
      setProblem(error);
    } finally {
      setSending(null);
    }
  }

  return (
    <>
      <PageTitle>{t('import.title')}</PageTitle>
      <PageHeader
        title={t('import.title')}
        lede={<p>{t('import.lede')}</p>}
        breadcrumbs={[{ label: t('plans.title'), href: path('plans') }]}
        actions={
          <Button icon={<Download aria-hidden="true" />} onClick={downloadTemplate}>
            {t('import.template')}
          </Button>
        }
      />
      <Stack gap={6}>
        <FilePicker
          label={read === null ? t('import.choose') : t('import.chooseOther')}
          hint={t('import.chooseHint')}
          accept=".csv,.tsv,.xlsx,.docx"
          multiple={false}
          onFiles={([file]) => file !== undefined && void send(file)}
        />
        {sending !== null && (
          <FileList
            label={t('import.file')}
            files={[
              {
                id: 'file',
                name: sending.file.name,
                sizeBytes: sending.file.size,
                state: sending.progress < 1 ? 'uploading' : 'scanning',
                progress: sending.progress,
              },
            ]}
          />
        )}
        <ImportProblem problem={problem} />
        {read !== null && (
          <ImportEditor key={read.attempt} fileName={read.name} rows={typedRows(read.preview, language)} />
        )}
      </Stack>
    </>
  );
}

/** Why the file could not be read as a table at all, in words where the reader of files gave a reason. */
function ImportProblem({ problem }: { readonly problem: unknown }) {
  const { t, i18n } = useTranslation('plan');
  const details = problem instanceof ApiProblem && problem.code === 'plan.import-invalid' ? problem.details : {};
  const key = `import.reason.${String(details['reason'])}`;
  if (!i18n.exists(key, { ns: 'plan' })) return <ProblemNotice error={problem} />;
  const column = details['column'] === undefined ? '' : t(`import.column.${String(details['column'])}`);
  return (
    <Notice tone="error" live title={t('import.unread')}>
      {t(key, { column, line: String(details['line'] ?? '') })}
    </Notice>
  );
}

function downloadTemplate() {
  const address = URL.createObjectURL(new Blob([templateCsv()], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = 'plan.csv';
  link.click();
  URL.revokeObjectURL(address);
}
