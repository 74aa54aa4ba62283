import { cents, formatDay, formatEuros } from '@commonlot/domain';
import { Gauge, Grid, Stack } from '@commonlot/ui';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../../shared/i18n/use-language';
import type { Dashboard } from './records';

/** What may have been advanced at most by two days of the year, and how far from it the payments are. */
export function Ceilings({ dashboard }: { readonly dashboard: Dashboard }) {
  const { t } = useTranslation('workspace');
  const language = useLanguage();
  const { allocatedCents } = dashboard.total.now;
  return (
    <Stack gap={4}>
      <p>{t('dashboard.ceiling.text')}</p>
      <Grid min="20rem">
        {dashboard.ceilings.map(({ until, percent, ceilingCents, paidCents, isPast }) => {
          const room = ceilingCents - paidCents;
          const state = `dashboard.ceiling.${isPast ? 'was' : 'is'}.${room < 0 ? 'over' : 'under'}`;
          return (
            <Gauge
              key={until}
              label={t('dashboard.ceiling.label', { day: formatDay(until, language), percent })}
              parts={[
                {
                  id: 'paid',
                  label: t(isPast ? 'dashboard.ceiling.paidThen' : 'dashboard.ceiling.paid'),
                  cents: paidCents,
                },
              ]}
              ceilingCents={ceilingCents}
              ceilingLabel={t('dashboard.ceiling.most')}
              maxCents={allocatedCents}
              state={<p>{t(state, { amount: formatEuros(cents(Math.abs(room)), language) })}</p>}
            />
          );
        })}
      </Grid>
    </Stack>
  );
}
