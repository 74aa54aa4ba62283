import { Notice } from '@commonlot/ui';
import { useTranslation } from 'react-i18next';
import { isProblem } from '../../shared/api/browser-api';
import { ProblemNotice } from '../../shared/form/problem-notice';

/** Why a direct file was refused: the list of what is missing where the refusal names it, else its words. */
export function FileBlockers({ problem }: { readonly problem: unknown }) {
  const { t, i18n } = useTranslation('decisions');
  const named = isProblem(problem, 'direct-file.incomplete') ? problem.details['blockers'] : null;
  const known = Array.isArray(named) ? named.filter((code) => i18n.exists(`decisions:fileBlocker.${code}`)) : [];
  if (known.length === 0) return <ProblemNotice error={problem} />;
  return (
    <Notice tone="error" live title={t('direct.notProposed')}>
      <ul>
        {known.map((code: string) => (
          <li key={code}>{t(`fileBlocker.${code}`)}</li>
        ))}
      </ul>
    </Notice>
  );
}
