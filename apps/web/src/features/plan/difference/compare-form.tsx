import { Button, FieldFrame, FilterBar, Select } from '@commonlot/ui';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { usePath } from '../../../shared/i18n/use-language';
import type { PlanHead } from '../plan-state';

interface CompareFormProps {
  readonly versionId: string;
  readonly versions: readonly PlanHead[];
  /** The version that the page compares with already. */
  readonly otherId?: string;
}

/** Which version to compare with; the one before it is proposed. Nothing where there is no other. */
export function CompareForm({ versionId, versions, otherId }: CompareFormProps) {
  const { t } = useTranslation('plan');
  const path = usePath();
  const navigate = useNavigate();
  const others = versions.filter((version) => version.id !== versionId);
  const chosen = otherId ?? versionBefore(versionId, versions)?.id;
  if (others.length === 0) return null;

  function compare(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const chosenId = new FormData(event.currentTarget).get('with');
    if (typeof chosenId === 'string') void navigate(path('compare-plan', { versionId, otherId: chosenId }));
  }

  return (
    <FilterBar
      key={`${versionId} ${otherId}`}
      label={t('compare.label')}
      onSubmit={compare}
      actions={<Button type="submit">{t('compare.submit')}</Button>}
    >
      <FieldFrame
        id="with"
        label={t('compare.with')}
        render={({ id }) => (
          <Select
            id={id}
            name="with"
            defaultValue={chosen}
            options={others.map((version) => ({
              value: version.id,
              label: t('compare.option', {
                year: version.year,
                number: version.number,
                stage: t(`stage.${version.stage}`),
                state: t(`state.${version.state}`),
              }),
            }))}
          />
        )}
      />
    </FilterBar>
  );
}

/** The newest version before this one, of its year or of an earlier one; without one the newest other. */
function versionBefore(versionId: string, versions: readonly PlanHead[]): PlanHead | undefined {
  const own = versions.find((version) => version.id === versionId);
  const newestFirst = versions
    .filter((version) => version.id !== versionId)
    .toSorted((a, b) => b.year - a.year || b.number - a.number);
  const isBefore = ({ year, number }: PlanHead) =>
    own !== undefined && (year < own.year || (year === own.year && number < own.number));
  return newestFirst.find(isBefore) ?? newestFirst[0];
}
