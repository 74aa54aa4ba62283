import type { LineFormula } from '@commonlot/domain';
import { useTranslation } from 'react-i18next';
import type { TypedLine } from './typed-line';

/** '0.2744' as '27,44', without passing through a float. */
export function percentOf(share: string): string {
  const [whole = '0', fraction = ''] = share.split('.');
  const digits = `${whole}${fraction.padEnd(2, '0')}`;
  const point = digits.length - Math.max(0, fraction.padEnd(2, '0').length - 2);
  const left = digits.slice(0, point).replace(/^0+(?=\d)/, '');
  const right = digits.slice(point).replace(/0+$/, '');
  return right === '' ? left : `${left},${right}`;
}

/** '27,44' or '27.44' as '0.2744'; what is no percentage between 0 and 100 as null. */
export function shareOf(percent: string): string | null {
  const match = /^(\d{1,3})(?:[.,](\d{1,12}))?$/.exec(percent.replace('%', '').trim());
  if (match === null) return null;
  const digits = `${(match[1] ?? '').padStart(3, '0')}${match[2] ?? ''}`;
  const share = `${digits[0]}.${digits.slice(1)}`.replace(/0+$/, '').replace(/\.$/, '');
  return Number(share) <= 1 ? share : null;
}

/** How an amount follows from others: "27,44 % of the total", "what 7.1 and 7.2 leave of 7". */
export function useFormulaWords(lines: ReadonlyMap<string, TypedLine>): (formula: LineFormula) => string {
  const { t, i18n } = useTranslation('plan');
  const list = new Intl.ListFormat(i18n.language, { type: 'conjunction' });
  const name = (key: string) => lines.get(key)?.code ?? (/^[\d.]+$/.test(key) ? key : t('formula.gone'));
  return (formula) => {
    if (formula.kind === 'balance') return t('formula.balance');
    const base = formula.of === 'total' ? t('formula.total') : name(formula.of);
    const less = list.format(formula.less.map(name));
    if (formula.kind === 'rest') {
      return formula.less.length === 0 ? t('formula.all', { base }) : t('formula.rest', { base, less });
    }
    const share = percentOf(formula.share);
    return formula.less.length === 0
      ? t('formula.share', { share, base })
      : t('formula.shareLess', { share, base, less });
  };
}
