import { Notice } from '@commonlot/ui';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../api/problem';

/** Turns a refusal, or anything else that went wrong, into words that say what to do next. */
export function useProblemText(): (error: unknown) => string {
  const { t, i18n } = useTranslation('shared');
  return (error) => {
    const key = error instanceof ApiProblem ? `problem.${error.code}` : '';
    if (key !== '' && i18n.exists(key, { ns: 'shared' })) return t(key, (error as ApiProblem).details);
    return t('problem.unexpected');
  };
}

/** The refusal of what was just tried, where it was tried. Nothing when nothing was refused. */
export function ProblemNotice({ error }: { readonly error: unknown }) {
  const { t } = useTranslation('shared');
  const problemText = useProblemText();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (error) box.current?.scrollIntoView({ block: 'nearest' });
  }, [error]);
  if (!error) return null;
  return (
    <div ref={box}>
      <Notice tone="error" title={t('problem.title')} live>
        <p>{problemText(error)}</p>
      </Notice>
    </div>
  );
}
