import { Button, FieldFrame, FilterBar, LinkButton, Select, TextInput } from '@commonlot/ui';
import { useTranslation } from 'react-i18next';
import { usePath } from '../../shared/i18n/use-language';

/** The states in which a sent file can be on this list. */
export const screeningStates = [
  'submitted',
  'admitted',
  'excluded',
  'awarded',
  'refused',
  'exclusion-confirmed',
  'withdrawn',
] as const;

interface ScreeningFiltersProps {
  readonly callId: string;
  readonly search: string;
  readonly state: (typeof screeningStates)[number] | null;
}

/** By state and by words; the address carries both. */
export function ScreeningFilters({ callId, search, state }: ScreeningFiltersProps) {
  const { t } = useTranslation('applications');
  const { t: shared } = useTranslation('shared');
  const path = usePath();
  const here = path('screening', { callId });
  return (
    <FilterBar
      // A cleared filter shows as cleared.
      key={`${state}:${search}`}
      label={t('screening.filters')}
      action={here}
      actions={
        <>
          <Button type="submit">{shared('action.filter')}</Button>
          {(search !== '' || state !== null) && (
            <LinkButton tone="quiet" href={here}>
              {shared('action.clearFilters')}
            </LinkButton>
          )}
        </>
      }
    >
      <FieldFrame
        id="screening-search"
        label={t('screening.search')}
        render={(wiring) => <TextInput {...wiring} type="search" name="search" defaultValue={search} />}
      />
      <FieldFrame
        id="screening-state"
        label={t('screening.state')}
        render={(wiring) => (
          <Select
            {...wiring}
            name="state"
            defaultValue={state ?? ''}
            placeholder={t('screening.allStates')}
            options={screeningStates.map((each) => ({ value: each, label: t(`state.${each}`) }))}
          />
        )}
      />
    </FilterBar>
  );
}
