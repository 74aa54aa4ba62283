import { Button, FieldFrame, FilterBar, TextInput } from '@commonlot/ui';
import { useTranslation } from 'react-i18next';

interface DayFilterProps {
  /** The address of this page without its day. */
  readonly here: string;
  readonly on: string;
}

/** Chooses the day at whose end the figures are shown; the address carries it, and it works without script. */
export function DayFilter({ here, on }: DayFilterProps) {
  const { t } = useTranslation('ledger');
  return (
    <FilterBar key={on} label={t('day.label')} action={here} actions={<Button type="submit">{t('day.show')}</Button>}>
      <FieldFrame
        id="ledger-day"
        label={t('day.on')}
        render={(wiring) => (
          <TextInput
            {...wiring}
            short
            type="date"
            name="on"
            required
            min="1990-01-01"
            max="2199-12-31"
            defaultValue={on}
          />
        )}
      />
    </FilterBar>
  );
}
