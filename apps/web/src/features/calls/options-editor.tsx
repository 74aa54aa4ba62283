import { Button, Fieldset } from '@commonlot/ui';
import { useTranslation } from 'react-i18next';
import type { Question } from './call-records';
import styles from './edit-call.module.css';
import { ItemTools } from './item-tools';
import { freeId, moved } from './list-moves';
import { TextField } from './text-field';
import { blankText } from './typed-call';

type Options = Question['options'];

interface OptionsEditorProps {
  readonly questionId: string;
  readonly options: Options;
  readonly onChange: (options: Options) => void;
}

/** The answers somebody can choose from; at least two. */
export function OptionsEditor({ questionId, options, onChange }: OptionsEditorProps) {
  const { t } = useTranslation('calls');
  const add = () => {
    const value = freeId('option', new Set(options.map((option) => option.value)));
    onChange([...options, { value, label: blankText }]);
  };
  return (
    <Fieldset legend={t('form.options')}>
      <ol className={styles.options}>
        {options.map((option, index) => (
          <li key={option.value} className={styles.option}>
            <TextField
              id={`${questionId}-${option.value}`}
              label={t('form.option', { number: index + 1 })}
              text={option.label}
              max={200}
              onChange={(label) => onChange(options.with(index, { ...option, label }))}
            />
            <ItemTools
              name={t('form.option', { number: index + 1 })}
              index={index}
              count={options.length}
              onMove={(by) => onChange([...moved(options, index, by)])}
              onRemove={options.length > 2 ? () => onChange(options.toSpliced(index, 1)) : undefined}
            />
          </li>
        ))}
      </ol>
      <div>
        <Button size="small" onClick={add}>
          {t('form.addOption')}
        </Button>
      </div>
    </Fieldset>
  );
}
