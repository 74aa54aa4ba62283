import { Button, Details, Field, Fieldset, Stack, TextInput } from '@commonlot/ui';
import { X } from 'lucide-react';
import { type Control, type FieldPath, useFieldArray, useFormState } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { DecisionAnswers } from './decision-answers';
import styles from './decision-page.module.css';

interface ActFieldsProps {
  readonly control: Control<DecisionAnswers, unknown, DecisionAnswers>;
  /** The language of the file, which is that of the act. */
  readonly lang: string;
  readonly lineCode: string;
  readonly labels: Readonly<Record<string, string>>;
}

/** The texts of the legal act. They were filled in from the templates and rarely change, so they stay folded. */
export function ActFields(props: ActFieldsProps) {
  const { control, lineCode } = props;
  const { t } = useTranslation('decisions');
  const { errors } = useFormState({ control });
  return (
    <Details summary={t('act.title')} open={errors.act ? true : undefined}>
      <Stack gap={5}>
        <p className={styles.state}>{t('act.lede', { code: lineCode })}</p>
        <ActText {...props} name="act.legalGrounds" hint={t('act.legalGroundsHint')} />
        <Field
          control={control}
          name="act.planReference"
          label={t('act.planReference')}
          render={(field, wiring) => <input lang={props.lang} {...field} {...wiring} />}
        />
        <ActText {...props} name="act.purpose" />
        <Instalments {...props} />
        <Proofs {...props} />
        <ActText {...props} name="act.visibilityDuty" />
        <ActText {...props} name="act.controlClause" />
        <ActText {...props} name="act.recoveryClause" />
        <Fieldset legend={t('act.remediesTitle')}>
          <Field
            control={control}
            name="act.remedies.body"
            label={t('act.remedies.body')}
            render={(field, wiring) => <input lang={props.lang} {...field} {...wiring} />}
          />
          <Field
            control={control}
            name="act.remedies.days"
            label={t('act.remedies.days')}
            render={(field, wiring) => <TextInput short inputMode="numeric" {...field} {...wiring} />}
          />
          <ActText {...props} name="act.remedies.text" />
        </Fieldset>
      </Stack>
    </Details>
  );
}

type TextName = Extract<
  FieldPath<DecisionAnswers>,
  `act.${'legalGrounds' | 'purpose' | `${string}Duty` | `${string}Clause` | 'remedies.text'}`
>;

function ActText({ control, lang, labels, name, hint }: ActFieldsProps & { name: TextName; hint?: string }) {
  return (
    <Field
      control={control}
      name={name}
      label={labels[name] ?? name}
      hint={hint}
      render={(field, wiring) => <textarea lang={lang} {...field} {...wiring} />}
    />
  );
}

function Instalments({ control, lang }: ActFieldsProps) {
  const { t } = useTranslation('decisions');
  const { fields, append, remove } = useFieldArray({ control, name: 'act.instalments' });
  return (
    <Fieldset legend={t('act.instalments')} hint={t('act.instalmentsHint')}>
      <div className={styles.rows}>
        {fields.map((row, index) => (
          <div key={row.id} className={styles.actRow}>
            <Field
              control={control}
              name={`act.instalments.${index}.percent`}
              label={t('act.percent')}
              render={(field, wiring) => <TextInput short inputMode="numeric" {...field} {...wiring} />}
            />
            <Field
              control={control}
              name={`act.instalments.${index}.condition`}
              label={t('act.condition')}
              render={(field, wiring) => <input lang={lang} {...field} {...wiring} />}
            />
            <Field
              control={control}
              name={`act.instalments.${index}.dueOn`}
              label={t('act.dueOn')}
              render={(field, wiring) => <input type="date" {...field} {...wiring} />}
            />
            <RemoveRow label={t('act.removeInstalment', { row: index + 1 })} onRemove={() => remove(index)} />
          </div>
        ))}
        <div>
          <Button size="small" onClick={() => append({ percent: '', condition: '', dueOn: '' })}>
            {t('act.addInstalment')}
          </Button>
        </div>
      </div>
    </Fieldset>
  );
}

function Proofs({ control, lang }: ActFieldsProps) {
  const { t } = useTranslation('decisions');
  const { fields, append, remove } = useFieldArray({ control, name: 'act.proofs' });
  return (
    <Fieldset legend={t('act.proofs')} hint={t('act.proofsHint')}>
      <div className={styles.rows}>
        {fields.map((row, index) => (
          <div key={row.id} className={styles.proofRow}>
            <Field
              control={control}
              name={`act.proofs.${index}.description`}
              label={t('act.proof')}
              render={(field, wiring) => <input lang={lang} {...field} {...wiring} />}
            />
            <Field
              control={control}
              name={`act.proofs.${index}.dueOn`}
              label={t('act.dueOn')}
              render={(field, wiring) => <input type="date" {...field} {...wiring} />}
            />
            <RemoveRow label={t('act.removeProof', { row: index + 1 })} onRemove={() => remove(index)} />
          </div>
        ))}
        <div>
          <Button size="small" onClick={() => append({ description: '', dueOn: '' })}>
            {t('act.addProof')}
          </Button>
        </div>
      </div>
    </Fieldset>
  );
}

function RemoveRow({ label, onRemove }: { readonly label: string; readonly onRemove: () => void }) {
  return <Button tone="quiet" size="small" icon={<X aria-hidden="true" />} aria-label={label} onClick={onRemove} />;
}
