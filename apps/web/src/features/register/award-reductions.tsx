import { cents, formatEuros } from '@commonlot/domain';
import { Day } from '@commonlot/ui';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../shared/i18n/use-language';
import type { AwardRecord } from './records';

/** What the award was first, by what it was lowered since and why, and what came back; nothing when nothing changed. */
export function AwardReductions({ award }: { readonly award: AwardRecord }) {
  const { t } = useTranslation('register');
  const language = useLanguage();
  const { reductions, amountCents, repaidCents } = award;
  const originalCents = cents(reductions.reduce((sum, each) => sum + each.amountCents, amountCents as number));
  const euros = (amount: typeof amountCents) => formatEuros(amount, language);
  return (
    <>
      {reductions.length > 0 && (
        <>
          <p>{t('award.reducedFrom', { original: euros(originalCents) })}</p>
          <ul aria-label={t('award.reductions')}>
            {reductions.map(({ amountCents: by, kind, reducedOn }, index) => (
              <li key={`${reducedOn} ${index}`}>
                <Day on={reducedOn} />{' '}
                {t('award.reducedBy', { amount: euros(by), kind: t(`award.reductionKind.${kind}`) })}
              </li>
            ))}
          </ul>
        </>
      )}
      {repaidCents > 0 && <p>{t('award.repaid', { amount: euros(repaidCents) })}</p>}
    </>
  );
}
