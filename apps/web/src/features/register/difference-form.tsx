import { Button, FieldFrame, FilterBar, Select } from '@commonlot/ui';
import { useTranslation } from 'react-i18next';
import { usePath } from '../../shared/i18n/use-language';
import { choiceText } from './difference-choice';
import type { PublicPlan } from './records';

interface DifferenceFormProps {
  readonly plan: Pick<PublicPlan, 'year' | 'number' | 'versions' | 'years'>;
  /** The version that the page compares with, as its address names it. */
  readonly from: string;
}

/** Another version to compare with: of this year each that was in force, of other years the one that is. */
export function DifferenceForm({ plan, from }: DifferenceFormProps) {
  const { t } = useTranslation('register');
  const path = usePath();
  const { year, number } = plan;
  const options = [
    ...plan.versions
      .filter((version) => version.number !== number)
      .map((version) => ({
        value: choiceText({ year, number: version.number }),
        label: `${t('plan.version', { number: version.number })}, ${t(`plan.stage.${version.stage}`)}`,
      })),
    ...plan.years
      .filter((each) => each !== year)
      .toReversed()
      .map((each) => ({ value: choiceText({ year: each }), label: t('compare.planOf', { year: each }) })),
  ];
  if (options.length === 0) return null;
  return (
    <FilterBar
      key={`${number} ${from}`}
      label={t('compare.label')}
      action={path('plan-changes', { year })}
      actions={<Button type="submit">{t('compare.submit')}</Button>}
    >
      <input type="hidden" name="to" value={number} />
      <FieldFrame
        id="from"
        label={t('compare.with')}
        render={({ id }) => <Select id={id} name="from" defaultValue={from} options={options} />}
      />
    </FilterBar>
  );
}
