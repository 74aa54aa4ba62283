import { formatEuros, promiseShortfalls } from '@commonlot/domain';
import { Notice } from '@commonlot/ui';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../../shared/i18n/use-language';
import type { EarlierLine } from './earlier-lines';
import type { PlanDraft } from './use-plan-draft';

interface PromiseNoticeProps {
  readonly draft: PlanDraft;
  readonly earlier: readonly EarlierLine[];
  readonly year: number;
}

/** Warns where the draft holds less than earlier plans promised for its year. It keeps nobody from going on. */
export function PromiseNotice({ draft, earlier, year }: PromiseNoticeProps) {
  const { t } = useTranslation('plan');
  const language = useLanguage();
  const { byKey } = draft.reading;
  const { lines } = draft.state.present;
  const found = useMemo(() => {
    const holding = lines.map((line) => ({ ...line, amountCents: byKey.get(line.key)?.cents ?? null }));
    return promiseShortfalls(earlier, holding, year);
  }, [earlier, lines, byKey, year]);
  if (found.length === 0) return null;
  const list = new Intl.ListFormat(language, { type: 'conjunction' });
  const codes = (all: readonly { readonly code: string }[]) => list.format(all.map(({ code }) => code));
  return (
    <Notice tone="warning" title={t('editor.promise.title')}>
      <ul>
        {found.map((each) => {
          const words = {
            earlier: codes(each.earlier),
            earlierYear: each.earlier[0]?.year,
            promised: formatEuros(each.promisedCents, language),
            held: formatEuros(each.heldCents, language),
            lines: codes(each.lines),
          };
          const key = each.lines.length === 0 ? 'editor.promise.nobody' : 'editor.promise.less';
          return <li key={words.earlier}>{t(key, words)}</li>;
        })}
      </ul>
    </Notice>
  );
}
