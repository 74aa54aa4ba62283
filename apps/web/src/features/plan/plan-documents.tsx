import { plan, type RequestOf } from '@commonlot/contracts';
import { LinkButton, Panel, SummaryList } from '@commonlot/ui';
import { Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { apiPath } from '../../shared/api/request';
import styles from './plan-documents.module.css';
import type { PlanVersion } from './plan-state';

type Request = RequestOf<typeof plan.readPlanDocument>;
type Form = Request['params']['form'];

interface Offer {
  readonly form: Form;
  readonly name: 'pdf' | 'pdfWithSums' | 'docx' | 'xlsx' | 'csv';
  readonly sums?: Request['query']['sums'];
}

const offers: readonly { readonly id: 'bilingual' | 'german' | 'table'; readonly forms: readonly Offer[] }[] = [
  {
    id: 'bilingual',
    forms: [
      { form: 'decree.pdf', name: 'pdf' },
      { form: 'decree.pdf', name: 'pdfWithSums', sums: 'with' },
      { form: 'decree.docx', name: 'docx' },
    ],
  },
  {
    id: 'german',
    forms: [
      { form: 'decree-de.pdf', name: 'pdf' },
      { form: 'decree-de.docx', name: 'docx' },
    ],
  },
  {
    id: 'table',
    forms: [
      { form: 'lines.xlsx', name: 'xlsx' },
      { form: 'lines.csv', name: 'csv' },
    ],
  },
];

/** The version as files: the decree with its annex, and its lines as a table that the import reads again. */
export function PlanDocuments({ version }: { readonly version: PlanVersion }) {
  const { t } = useTranslation('plan');
  const isDraft = version.state !== 'in-force' && version.state !== 'superseded';
  const items = offers.map(({ id, forms }) => ({
    id,
    label: t(`documents.${id}`),
    value: (
      <ul className={styles.forms}>
        {forms.map(({ form, name, sums }) => (
          <li key={name}>
            <LinkButton
              size="small"
              icon={<Download aria-hidden="true" />}
              href={apiPath(plan.readPlanDocument, { params: { versionId: version.id, form }, query: { sums } })}
              aria-label={`${t(`documents.${id}`)}: ${t(`documents.${name}`)}`}
            >
              {t(`documents.${name}`)}
            </LinkButton>
          </li>
        ))}
      </ul>
    ),
  }));
  return (
    <Panel title={t('documents.title')}>
      <p>{t(isDraft ? 'documents.draft' : 'documents.inForce')}</p>
      <SummaryList items={items} />
    </Panel>
  );
}
