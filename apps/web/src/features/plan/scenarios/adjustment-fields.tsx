import { planSectors, type ScenarioLine } from '@commonlot/domain';
import { Choice, ChoiceGroup, Details, Field, MoneyInput, Select, TextInput, useUi } from '@commonlot/ui';
import { type Control, useController } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../../shared/i18n/use-language';
import styles from './scenario.module.css';
import type { AdjustmentKind, ScenarioAnswers } from './scenario-form';
import { labelOf } from './scenario-plan';

export type ScenarioControl = Control<ScenarioAnswers, unknown, ScenarioAnswers>;

interface AdjustmentFieldsProps {
  readonly control: ScenarioControl;
  readonly index: number;
  readonly kind: AdjustmentKind;
  readonly lines: readonly ScenarioLine[];
}

/** The fields that an adjustment of this kind needs. */
export function AdjustmentFields(props: AdjustmentFieldsProps) {
  const { t } = useTranslation('plan');
  switch (props.kind) {
    case 'total':
      return <PercentField {...props} />;
    case 'index':
      return (
        <>
          <PercentField {...props} />
          <CodesField {...props} />
        </>
      );
    case 'sector':
      return <SectorFields {...props} />;
    case 'line':
      return <LineFields {...props} />;
    case 'absorb':
      return <p className={styles.hint}>{t('scenario.form.absorbHint')}</p>;
  }
}

function PercentField({ control, index }: AdjustmentFieldsProps) {
  const { t } = useTranslation('plan');
  return (
    <Field
      control={control}
      name={`adjustments.${index}.percent`}
      label={t('scenario.form.percent')}
      hint={t('scenario.form.percentHint')}
      render={(field, wiring) => <TextInput short inputMode="text" autoComplete="off" {...field} {...wiring} />}
    />
  );
}

function AmountField({ control, index, hint }: AdjustmentFieldsProps & { readonly hint: string }) {
  const { t } = useTranslation('plan');
  return (
    <Field
      control={control}
      name={`adjustments.${index}.amount`}
      label={t('field.amount')}
      hint={hint}
      render={(field, wiring) => <MoneyInput {...field} {...wiring} />}
    />
  );
}

function SectorFields(props: AdjustmentFieldsProps) {
  const { t } = useTranslation('plan');
  const used = new Set(props.lines.map((line) => line.sector));
  const options = planSectors.filter((sector) => used.has(sector));
  return (
    <>
      <Field
        control={props.control}
        name={`adjustments.${props.index}.sector`}
        label={t('scenario.form.sector')}
        render={(field, wiring) => (
          <Select
            {...field}
            {...wiring}
            placeholder={t('scenario.form.choose')}
            options={options.map((value) => ({ value, label: t(`sector.${value}`) }))}
          />
        )}
      />
      <AmountField {...props} hint={t('scenario.form.sectorHint')} />
    </>
  );
}

/** A line that the law computes cannot be set; a heading is the sum of its lines. */
const isTyped = (line: ScenarioLine) => line.kind !== 'heading' && !line.formula;

function LineFields(props: AdjustmentFieldsProps) {
  const { t } = useTranslation('plan');
  const language = useLanguage();
  const options = props.lines.filter(isTyped).map((line) => ({
    value: line.code,
    label: `${line.code} ${labelOf(line, language).text}`,
  }));
  return (
    <>
      <Field
        control={props.control}
        name={`adjustments.${props.index}.code`}
        label={t('scenario.form.line')}
        render={(field, wiring) => (
          <Select {...field} {...wiring} placeholder={t('scenario.form.choose')} options={options} />
        )}
      />
      <AmountField {...props} hint={t('scenario.form.lineHint')} />
    </>
  );
}

/** The lines and headings to be indexed; a heading stands for all that is under it. */
function CodesField({ control, index, lines }: AdjustmentFieldsProps) {
  const { t } = useTranslation('plan');
  const language = useLanguage();
  const { errorText } = useUi();
  const { field, fieldState } = useController({ control, name: `adjustments.${index}.codes` });
  const label = t('scenario.form.codes');
  const id = `adjustments-${index}-codes`;
  const offered = lines.filter((line) => !line.formula && !line.isPm);
  const gone = field.value.filter((code) => !offered.some((line) => line.code === code));
  const toggle = (code: string) =>
    field.onChange(field.value.includes(code) ? field.value.filter((each) => each !== code) : [...field.value, code]);
  const choice = (code: string, words: string, lang?: string) => (
    <Choice
      key={code}
      type="checkbox"
      id={`${id}-${code}`}
      label={<span lang={lang}>{words}</span>}
      checked={field.value.includes(code)}
      onChange={() => toggle(code)}
      onBlur={field.onBlur}
    />
  );
  return (
    <Details
      summary={t('scenario.form.chosen', { count: field.value.length })}
      open={fieldState.error !== undefined || field.value.length === 0 ? true : undefined}
    >
      <div className={styles.codes}>
        <ChoiceGroup
          id={id}
          legend={label}
          hint={t('scenario.form.codesHint')}
          error={fieldState.error && errorText(fieldState.error, label)}
        >
          {gone.map((code) => choice(code, t('scenario.form.gone', { code })))}
          {offered.map((line) => {
            const { text, lang } = labelOf(line, language);
            return (
              <div key={line.code} data-level={Math.min(line.code.split('.').length - 1, 4)}>
                {choice(line.code, `${line.code} ${text}`, lang)}
              </div>
            );
          })}
        </ChoiceGroup>
      </div>
    </Details>
  );
}
