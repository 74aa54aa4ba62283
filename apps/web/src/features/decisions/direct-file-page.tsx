import { decisions, plan } from '@commonlot/contracts';
import { lineFitsOrganisation } from '@commonlot/domain';
import { Notice, PageHeader, Stack, UiLink } from '@commonlot/ui';
import { useTranslation } from 'react-i18next';
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { type ServerApi, serverApi } from '../../shared/api/api.server';
import { usePath } from '../../shared/i18n/use-language';
import { PageTitle } from '../../shared/page-title';
import { useSession } from '../../shared/session/session';
import { DirectFileForm } from './direct-file-form';
import { DirectFileText } from './direct-file-text';
import type { DirectLine } from './records';
import { DirectFileStateTag } from './state-tags';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const api = serverApi(request);
  const directFileId = params.directFileId ?? '';
  const file = directFileId === 'new' ? null : await api(decisions.readDirectFile, { params: { directFileId } });
  const lines = file === null || file.state === 'draft' ? await directLines(api) : [];
  return { file, lines };
}

/** The lines in force that name who gets their money, of every year that has a plan in force. */
async function directLines(api: ServerApi): Promise<DirectLine[]> {
  const { rows } = await api(plan.listPlanVersions);
  const inForce = rows.filter(({ state }) => state === 'in-force');
  const versions = await Promise.all(inForce.map(({ id }) => api(plan.readPlanVersion, { params: { versionId: id } })));
  return versions.flatMap(({ year, lines }) =>
    lines
      .filter((line) => !line.isPm && lineFitsOrganisation(line, line.beneficiaryNumber ?? ''))
      .map((line) => ({ ...line, year })),
  );
}

/** A file without a call: begun, written, proposed, and brought to a decision. */
export default function DirectFilePage() {
  const { t } = useTranslation('decisions');
  const path = usePath();
  const { can } = useSession();
  const { file, lines } = useLoaderData<typeof loader>();
  const title = file?.title ?? t('direct.newTitle');
  const mayWrite = can('decision:prepare') && (file === null || file.state === 'draft');
  return (
    <>
      <PageTitle>{title}</PageTitle>
      <PageHeader
        title={title}
        {...(file === null ? {} : { titleLang: file.fileLanguage, kicker: file.number })}
        breadcrumbs={[{ label: t('direct.title'), href: path('direct-files') }]}
        meta={
          file !== null && (
            <>
              <DirectFileStateTag state={file.state} />
              <span>{file.organisationName}</span>
              {file.batchId !== null && file.decisionId !== null && (
                <UiLink href={path('decision', { batchId: file.batchId, decisionId: file.decisionId })}>
                  {t('direct.toDecision')}
                </UiLink>
              )}
            </>
          )
        }
        lede={file === null && <p>{t('direct.newLede')}</p>}
      />
      <Stack gap={6}>
        {mayWrite && lines.length === 0 && (
          <Notice tone="warning" title={t('direct.noLines')}>
            <p>{t('direct.noLinesText')}</p>
          </Notice>
        )}
        {mayWrite ? (
          <DirectFileForm key={file?.id ?? 'new'} file={file} lines={lines} />
        ) : (
          file !== null && <DirectFileText file={file} />
        )}
      </Stack>
    </>
  );
}
