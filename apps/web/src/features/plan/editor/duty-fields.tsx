import { mostCommitments, sumCents } from '@commonlot/domain';
import { Button, ButtonRow, FieldFrame, Fieldset, Money, MoneyInput, Stack, TextInput } from '@commonlot/ui';
import { Plus, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { changeLine } from './change-line';
import styles from './duty-fields.module.css';
import { readCommitments, type TypedAdvice, type TypedCommitment, type TypedLine } from './typed-line';
import type { PlanDraft } from './use-plan-draft';

interface DutyFieldsProps {
  readonly draft: PlanDraft;
  readonly line: TypedLine;
}

/** What the line promises for later years, with its sum. */
export function CommitmentFields({ draft, line }: DutyFieldsProps) {
  const { t } = useTranslation('plan');
  const { commitments } = line;
  const change = (next: readonly TypedCommitment[]) => changeLine(draft, line, { commitments: next });
  return (
    <Fieldset legend={t('editor.field.commitments')} hint={t('editor.duty.commitmentsHint')}>
      <Stack gap={3}>
        {commitments.map((commitment, at) => (
          <CommitmentRow
            key={at}
            at={at}
            commitment={commitment}
            onChange={(part) => change(commitments.with(at, { ...commitment, ...part }))}
            onRemove={() => change(commitments.toSpliced(at, 1))}
          />
        ))}
        {commitments.length > 0 && (
          <p>
            {t('editor.duty.sum')} <Money cents={sumCents(readCommitments(line).map((each) => each.amountCents))} />
          </p>
        )}
        {commitments.length < mostCommitments && (
          <ButtonRow>
            <Button
              size="small"
              icon={<Plus aria-hidden="true" />}
              onClick={() => change([...commitments, { year: '', amount: '', reference: '' }])}
            >
              {t('editor.duty.add')}
            </Button>
          </ButtonRow>
        )}
      </Stack>
    </Fieldset>
  );
}

interface CommitmentRowProps {
  readonly at: number;
  readonly commitment: TypedCommitment;
  readonly onChange: (part: Partial<TypedCommitment>) => void;
  readonly onRemove: () => void;
}

function CommitmentRow({ at, commitment, onChange, onRemove }: CommitmentRowProps) {
  const { t } = useTranslation('plan');
  return (
    <div className={styles.commitment}>
      <FieldFrame
        id={`commitment-${at}-year`}
        label={t('field.year')}
        render={(wiring) => (
          <TextInput
            {...wiring}
            short
            inputMode="numeric"
            value={commitment.year}
            onChange={(event) => onChange({ year: event.target.value })}
          />
        )}
      />
      <FieldFrame
        id={`commitment-${at}-amount`}
        label={t('field.amount')}
        render={(wiring) => (
          <MoneyInput {...wiring} value={commitment.amount} onChange={(amount) => onChange({ amount })} />
        )}
      />
      <FieldFrame
        id={`commitment-${at}-reference`}
        label={t('editor.duty.act')}
        render={(wiring) => (
          <TextInput
            {...wiring}
            value={commitment.reference}
            onChange={(event) => onChange({ reference: event.target.value })}
          />
        )}
      />
      <Button
        size="small"
        tone="quiet"
        icon={<Trash2 aria-hidden="true" />}
        aria-label={t('editor.duty.remove', { year: commitment.year })}
        onClick={onRemove}
      />
    </div>
  );
}

/** The advice of the co-competent minister; only where the line names one. */
export function AdviceFields({ draft, line }: DutyFieldsProps) {
  const { t } = useTranslation('plan');
  if (line.coMinister.trim() === '') return null;
  const field = (name: keyof TypedAdvice, type: 'text' | 'date') => (
    <FieldFrame
      id={`advice-${name}`}
      label={t(`editor.duty.${name}`)}
      optional
      render={(wiring) => (
        <TextInput
          {...wiring}
          type={type}
          short={type === 'date'}
          value={line.advice[name]}
          onChange={(event) => changeLine(draft, line, { advice: { ...line.advice, [name]: event.target.value } })}
        />
      )}
    />
  );
  return (
    <Fieldset legend={t('editor.field.advice')} hint={t('editor.duty.adviceHint')}>
      <Stack gap={3}>
        {field('adviser', 'text')}
        <div className={styles.days}>
          {field('askedOn', 'date')}
          {field('givenOn', 'date')}
        </div>
        {field('reference', 'text')}
      </Stack>
    </Fieldset>
  );
}
