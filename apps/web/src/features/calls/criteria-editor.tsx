import { Button, FieldFrame, Select, Stack, TextInput } from '@commonlot/ui';
import { useTranslation } from 'react-i18next';
import styles from './edit-call.module.css';
import { ItemTools } from './item-tools';
import { freeId, moved } from './list-moves';
import { TextField } from './text-field';
import { blankText, type TypedCriterion, weightOf, wholeIn } from './typed-call';

const scales = [4, 5, 10, 20, 100];

interface CriteriaEditorProps {
  readonly criteria: readonly TypedCriterion[];
  readonly onChange: (criteria: readonly TypedCriterion[]) => void;
}

/** How files will be judged; applicants see it beforehand. The weights add up to 100. */
export function CriteriaEditor({ criteria, onChange }: CriteriaEditorProps) {
  const { t } = useTranslation('calls');
  const sum = criteria.reduce((running, criterion) => running + weightOf(criterion), 0);
  const add = () => {
    const id = freeId('criterion', new Set(criteria.map((criterion) => criterion.id)));
    onChange([...criteria, { id, title: blankText, description: blankText, weight: '', maxScore: 10 }]);
  };
  return (
    <Stack>
      <ol className={styles.list}>
        {criteria.map((criterion, index) => (
          <li key={criterion.id} className={styles.item}>
            <div className={styles.itemHead}>
              <h3>{t('criteria.one', { number: index + 1 })}</h3>
              <ItemTools
                name={t('criteria.one', { number: index + 1 })}
                index={index}
                count={criteria.length}
                onMove={(by) => onChange(moved(criteria, index, by))}
                onRemove={() => onChange(criteria.toSpliced(index, 1))}
              />
            </div>
            <CriterionFields criterion={criterion} onChange={(changed) => onChange(criteria.with(index, changed))} />
          </li>
        ))}
      </ol>
      <p className={styles.sum} data-wrong={sum !== 100 || undefined} role="status">
        <span>{t('criteria.sum')}</span>
        <span>
          {t(sum === 100 ? 'criteria.sumRight' : sum < 100 ? 'criteria.sumShort' : 'criteria.sumOver', {
            sum,
            difference: Math.abs(100 - sum),
          })}
        </span>
      </p>
      <div>
        <Button onClick={add}>{t('criteria.add')}</Button>
      </div>
    </Stack>
  );
}

interface CriterionFieldsProps {
  readonly criterion: TypedCriterion;
  readonly onChange: (criterion: TypedCriterion) => void;
}

function CriterionFields({ criterion, onChange }: CriterionFieldsProps) {
  const { t } = useTranslation('calls');
  const { id, title, description, weight, maxScore } = criterion;
  const offered = scales.includes(maxScore) ? scales : [maxScore, ...scales];
  return (
    <Stack gap={4}>
      <TextField
        id={`${id}-title`}
        label={t('criteria.title')}
        text={title}
        max={200}
        onChange={(changed) => onChange({ ...criterion, title: changed })}
      />
      <TextField
        id={`${id}-description`}
        label={t('criteria.description')}
        text={description}
        max={2000}
        long
        onChange={(changed) => onChange({ ...criterion, description: changed })}
      />
      <div className={styles.pair}>
        <FieldFrame
          id={`${id}-weight`}
          label={t('criteria.weight')}
          error={weight !== '' && wholeIn(weight, 1, 100) === null ? t('criteria.weightWrong') : undefined}
          render={(wiring) => (
            <TextInput
              {...wiring}
              short
              inputMode="numeric"
              value={weight}
              onChange={(event) => onChange({ ...criterion, weight: event.target.value })}
            />
          )}
        />
        <FieldFrame
          id={`${id}-scale`}
          label={t('criteria.scale')}
          render={(wiring) => (
            <Select
              {...wiring}
              value={String(maxScore)}
              options={offered.map((most) => ({ value: String(most), label: t('criteria.scaleTo', { most }) }))}
              onChange={(event) => onChange({ ...criterion, maxScore: Number(event.target.value) })}
            />
          )}
        />
      </div>
    </Stack>
  );
}
