import { workspace } from '@commonlot/contracts';
import { ButtonRow, LinkButton, Panel, Stack } from '@commonlot/ui';
import { Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { apiPath } from '../../shared/api/request';

const steps = ['fetch', 'run', 'read', 'anchor'] as const;

/** The archive of a year, and how whoever takes it away can prove it without this system. */
export function ExportPanel({ year }: { readonly year: number }) {
  const { t } = useTranslation('ledger');
  return (
    <div id="export">
      <Panel title={t('export.title')}>
        <Stack>
          <p>{t('export.text')}</p>
          <ButtonRow>
            <LinkButton
              tone="primary"
              icon={<Download aria-hidden="true" />}
              href={apiPath(workspace.readLedgerExport, { params: { year } })}
              download
            >
              {t('export.download', { year })}
            </LinkButton>
          </ButtonRow>
          <h3>{t('export.verify')}</h3>
          <ol>
            {steps.map((step) => (
              <li key={step}>{t(`export.step.${step}`, { year })}</li>
            ))}
          </ol>
          <pre>
            <code>{`node verify-export.mjs ledger-${year}.zip`}</code>
          </pre>
        </Stack>
      </Panel>
    </div>
  );
}
