import { type Cents, type Language, type LineKind, languages, lineKinds } from '@commonlot/domain';
import {
  Button,
  Choice,
  Details,
  euroText,
  FieldFrame,
  Money,
  MoneyInput,
  Select,
  Stack,
  TextInput,
} from '@commonlot/ui';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../shared/i18n/use-language';
import styles from './line-editor.module.css';
import type { PlanLine } from './plan-state';

/** A line as it stands in the editor: the amount is what was typed. */
export interface TypedLine {
  readonly key: string;
  readonly lineId: string | null;
  readonly code: string;
  readonly kind: LineKind;
  readonly label: {
    readonly nl: string;
    readonly fr: string;
    readonly de?: string | null;
    readonly en?: string | null;
  };
  readonly amount: string;
  readonly isPm: boolean;
  readonly legalGround: string;
  readonly beneficiaryNumber: string | null;
  readonly formula: PlanLine['formula'];
  readonly sector: PlanLine['sector'];
  readonly isExtraSupport: boolean;
  readonly coMinister: string;
  readonly predecessorIds: string[];
}

export const typedLine = (line: PlanLine, language: Language): TypedLine => ({
  key: line.lineId,
  lineId: line.lineId,
  code: line.code,
  kind: line.kind,
  label: line.label,
  amount: line.amountCents === null ? '' : euroText(line.amountCents, language),
  isPm: line.isPm,
  legalGround: line.legalGround,
  beneficiaryNumber: line.beneficiaryNumber,
  formula: line.formula,
  sector: line.sector,
  isExtraSupport: line.isExtraSupport,
  coMinister: line.coMinister,
  predecessorIds: line.predecessorIds,
});

interface LineRowProps {
  readonly line: TypedLine;
  /** The sum of what stands under a heading. */
  readonly subtotal: Cents | null;
  readonly onChange: (part: Partial<TypedLine>) => void;
  readonly onAdd: () => void;
  readonly onRemove: () => void;
}

/** One row of the editor: code, label in the language of the screen, kind, amount; the rest behind a fold. */
export function LineRow(props: LineRowProps) {
  const { line, subtotal, onChange } = props;
  const { t } = useTranslation('plan');
  const language = useLanguage();
  const name = t('editor.line', { code: line.code });
  return (
    <tr className={styles.row} data-heading={line.kind === 'heading' || undefined}>
      <td>
        <TextInput
          className={styles.code}
          value={line.code}
          aria-label={`${t('field.code')}, ${name}`}
          onChange={(event) => onChange({ code: event.target.value })}
        />
      </td>
      <td>
        <TextInput
          value={line.label[language] ?? ''}
          lang={language}
          aria-label={`${t('field.label')}, ${name}`}
          onChange={(event) => onChange({ label: { ...line.label, [language]: event.target.value } })}
        />
      </td>
      <td>
        <Select
          value={line.kind}
          aria-label={`${t('field.kind')}, ${name}`}
          options={lineKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
          onChange={(event) => onChange({ kind: event.target.value as LineKind })}
        />
      </td>
      <td className={styles.amount}>
        {line.kind === 'heading' ? (
          <Money cents={subtotal} />
        ) : line.isPm ? (
          <Money cents={null} isPm />
        ) : (
          <MoneyInput
            value={line.amount}
            aria-label={`${t('field.amount')}, ${name}`}
            onChange={(amount) => onChange({ amount })}
          />
        )}
      </td>
      <td>
        <LineMore {...props} />
      </td>
    </tr>
  );
}

/** What is seldom needed: the other languages, the legal ground, PM, and where a line is added or taken away. */
function LineMore({ line, onChange, onAdd, onRemove }: LineRowProps) {
  const { t } = useTranslation('plan');
  return (
    <Details summary={t('editor.more')}>
      <Stack gap={3}>
        {languages.map((each) => (
          <FieldFrame
            key={each}
            id={`${line.key}-${each}`}
            label={t('editor.labelIn', { language: each.toUpperCase() })}
            render={(wiring) => (
              <TextInput
                {...wiring}
                lang={each}
                value={line.label[each] ?? ''}
                onChange={(event) => onChange({ label: { ...line.label, [each]: event.target.value } })}
              />
            )}
          />
        ))}
        <FieldFrame
          id={`${line.key}-ground`}
          label={t('field.legalGround')}
          render={(wiring) => (
            <TextInput
              {...wiring}
              value={line.legalGround}
              onChange={(event) => onChange({ legalGround: event.target.value })}
            />
          )}
        />
        {line.kind !== 'heading' && (
          <Choice
            type="checkbox"
            id={`${line.key}-pm`}
            label={t('editor.pm')}
            checked={line.isPm}
            onChange={(event) => onChange({ isPm: event.target.checked })}
          />
        )}
        <Button size="small" onClick={onAdd}>
          {t('editor.addAfter')}
        </Button>
        <Button size="small" tone="danger" onClick={onRemove}>
          {t('editor.remove')}
        </Button>
      </Stack>
    </Details>
  );
}
