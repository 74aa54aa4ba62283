import { formatEuros, type ScenarioAdjustment, type ScenarioFault } from '@commonlot/domain';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../../shared/i18n/use-language';
import { percentText } from './scenario-plan';

/** An adjustment in one plain sentence. */
export function useAdjustmentText(): (adjustment: ScenarioAdjustment) => string {
  const { t } = useTranslation('plan');
  const language = useLanguage();
  return (adjustment) => {
    switch (adjustment.kind) {
      case 'total':
        return t('scenario.says.total', { percent: percentText(adjustment.basisPoints, true) });
      case 'index':
        return t('scenario.says.index', {
          lines: adjustment.codes.join(', '),
          percent: percentText(adjustment.basisPoints, true),
        });
      case 'sector':
        return t(adjustment.amountCents < 0 ? 'scenario.says.sectorLess' : 'scenario.says.sector', {
          sector: t(`sector.${adjustment.sector}`),
          amount: formatEuros(Math.abs(adjustment.amountCents) as typeof adjustment.amountCents, language),
        });
      case 'line':
        return t('scenario.says.line', {
          code: adjustment.code,
          amount: formatEuros(adjustment.amountCents, language),
        });
      case 'absorb':
        return t('scenario.says.absorb');
    }
  };
}

/** What could not be done, in words that say which change it is about. */
export function useFaultText(): (fault: ScenarioFault, placeOf?: (adjustment: number) => number) => string {
  const { t } = useTranslation('plan');
  return ({ adjustment, code, lineCode }, placeOf = (place) => place) => {
    const words = t(`scenario.fault.${code}`, { code: lineCode ?? '' });
    return adjustment === null ? words : t('scenario.fault.at', { number: placeOf(adjustment) + 1, words });
  };
}
