import { cents, formatDay, formatEuros, isLocalDate, type Language } from '@commonlot/domain';
import { Notice } from '@commonlot/ui';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../api/problem';
import { useLanguage } from '../i18n/use-language';

/** Turns a refusal, or anything else that went wrong, into words that say what to do next. */
export function useProblemText(): (error: unknown) => string {
  const { t, i18n } = useTranslation('shared');
  const language = useLanguage();
  return (error) => {
    const key = error instanceof ApiProblem ? `problem.${error.code}` : '';
    if (key !== '' && i18n.exists(key, { ns: 'shared' })) {
      const { details } = error as ApiProblem;
      return t(key, { ...details, ...wordsOf(details, language) });
    }
    return t('problem.unexpected');
  };
}

/** Amounts and days of a refusal as people read them: `excessCents` as {{excess}}, `endsOn` as {{ends}}. */
function wordsOf(details: Readonly<Record<string, unknown>>, language: Language): Record<string, string> {
  return Object.fromEntries(
    Object.entries(details).flatMap(([name, value]) => {
      if (name.endsWith('Cents') && Number.isSafeInteger(value)) {
        return [
          [name.slice(0, -'Cents'.length), formatEuros(cents(value as number), language, { decimals: 'always' })],
        ];
      }
      const isDay = name.endsWith('On') && typeof value === 'string' && isLocalDate(value);
      return isDay ? [[name.slice(0, -'On'.length), formatDay(value, language)]] : [];
    }),
  );
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
