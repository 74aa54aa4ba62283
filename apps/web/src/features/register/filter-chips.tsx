import { cents, formatEuros } from '@commonlot/domain';
import { VisuallyHidden } from '@commonlot/ui';
import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLocalised } from '../../shared/i18n/localised';
import { useLanguage, usePath } from '../../shared/i18n/use-language';
import { type AwardSearch, activeFilters, amountOf, type FilterName, isUnreadable, without } from './award-search';
import styles from './filter-chips.module.css';
import type { CallHead, FoundAwards } from './records';

interface FilterChipsProps {
  readonly search: AwardSearch;
  readonly found: FoundAwards;
  readonly calls: readonly CallHead[];
}

/** What the list is narrowed down to, each with a way to take it back. */
export function FilterChips({ search, found, calls }: FilterChipsProps) {
  const { t } = useTranslation('register');
  const path = usePath();
  const wordsOf = useFilterWords(search, found, calls);
  // An amount that cannot be read narrows nothing down.
  const active = activeFilters(search).filter(
    (name) => !((name === 'from' || name === 'to') && isUnreadable(search[name])),
  );
  if (active.length === 0) return null;
  return (
    <ul className={styles.chips} aria-label={t('awards.active')}>
      {active.map((name) => (
        <li key={name}>
          <Link to={path('awards', {}, without(search, name))} className={styles.chip} preventScrollReset>
            <VisuallyHidden>{t('awards.removeFilter')}</VisuallyHidden>
            <span>{wordsOf(name)}</span>
            <X aria-hidden="true" />
          </Link>
        </li>
      ))}
      {active.length > 1 && (
        <li>
          <Link to={path('awards')} preventScrollReset>
            {t('awards.clear')}
          </Link>
        </li>
      )}
    </ul>
  );
}

function useFilterWords(search: AwardSearch, found: FoundAwards, calls: readonly CallHead[]) {
  const { t } = useTranslation('register');
  const language = useLanguage();
  const localised = useLocalised();
  const amount = (text: string) => formatEuros(amountOf(text) ?? cents(0), language);
  const words: Record<FilterName, () => string> = {
    q: () => t('awards.chip.q', { words: search.q }),
    year: () => String(search.year),
    region: () => t(`region.${search.region}`),
    line: () => {
      const line = found.facets.lines.find(({ code }) => code === search.line);
      return t('awards.chip.line', { line: line ? `${line.code} ${localised(line.label)}` : search.line });
    },
    call: () => {
      const call = calls.find(({ number }) => number === search.call);
      return call ? localised(call.title) : search.call;
    },
    municipality: () => {
      const place = found.rows.find(({ municipalityNis }) => municipalityNis === search.municipality)?.municipality;
      return place ? localised(place) : search.municipality;
    },
    from: () => t('awards.chip.from', { amount: amount(search.from) }),
    to: () => t('awards.chip.to', { amount: amount(search.to) }),
  };
  return (name: FilterName) => words[name]();
}
