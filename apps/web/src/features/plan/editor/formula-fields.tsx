import type { LineFormula } from '@commonlot/domain';
import { Choice, ChoiceGroup, FieldFrame, Money, Select, TextInput } from '@commonlot/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../../shared/i18n/use-language';
import { changeLine } from './change-line';
import { percentOf, shareOf, useFormulaWords } from './formula-words';
import { labelOf } from './read-draft';
import type { TypedLine } from './typed-line';
import type { PlanDraft } from './use-plan-draft';

interface FormulaFieldsProps {
  readonly draft: PlanDraft;
  readonly line: TypedLine;
}

type FormulaKind = LineFormula['kind'] | 'none';
const kinds = ['none', 'share', 'rest', 'balance'] as const;

/** How the amount of a line follows from others, and what that gives now. */
export function FormulaFields({ draft, line }: FormulaFieldsProps) {
  const { t } = useTranslation('plan');
  const { lines } = draft.state.present;
  const words = useFormulaWords(new Map(lines.map((each) => [each.key, each])));
  const { formula } = line;
  const set = (next: LineFormula | null) => changeLine(draft, line, { formula: next });
  return (
    <>
      <FieldFrame
        id="line-formula"
        label={t('editor.field.formula')}
        hint={
          formula === null ? undefined : (
            <>
              {words(formula)} = <Money cents={draft.reading.byKey.get(line.key)?.cents ?? null} />
            </>
          )
        }
        render={(wiring) => (
          <Select
            {...wiring}
            value={formula?.kind ?? 'none'}
            options={kinds.map((value) => ({ value, label: t(`formula.kind.${value}`) }))}
            onChange={(event) => set(ofKind(event.target.value as FormulaKind, formula))}
          />
        )}
      />
      {formula !== null && formula.kind !== 'balance' && (
        <>
          {formula.kind === 'share' && (
            <ShareField share={formula.share} onChange={(share) => set({ ...formula, share })} />
          )}
          <BaseField lines={lines} own={line.key} of={formula.of} onChange={(of) => set({ ...formula, of })} />
          <LessField
            lines={lines}
            own={line.key}
            less={formula.less}
            onChange={(less) => set({ ...formula, less: [...less] })}
          />
        </>
      )}
    </>
  );
}

function ofKind(kind: FormulaKind, before: LineFormula | null): LineFormula | null {
  const base = before === null || before.kind === 'balance' ? { of: 'total', less: [] } : before;
  if (kind === 'none') return null;
  if (kind === 'balance') return { kind };
  const { of, less } = base;
  return kind === 'rest' ? { kind, of, less } : { kind, of, less, share: '0' };
}

/** The key as a percentage, kept exactly as it is typed while it is no number yet. */
function ShareField({ share, onChange }: { readonly share: string; readonly onChange: (share: string) => void }) {
  const { t } = useTranslation('plan');
  const [text, setText] = useState(percentOf(share));
  return (
    <FieldFrame
      id="line-share"
      label={t('formula.percent')}
      error={shareOf(text) === null ? t('lineError.formula-invalid') : undefined}
      render={(wiring) => (
        <TextInput
          {...wiring}
          short
          inputMode="decimal"
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            const read = shareOf(event.target.value);
            if (read !== null) onChange(read);
          }}
        />
      )}
    />
  );
}

interface LinesProps {
  readonly lines: readonly TypedLine[];
  readonly own: string;
}

function BaseField(props: LinesProps & { readonly of: string; readonly onChange: (of: string) => void }) {
  const { lines, own, of, onChange } = props;
  const { t } = useTranslation('plan');
  const language = useLanguage();
  const isKnown = of === 'total' || lines.some((line) => line.key === of);
  return (
    <FieldFrame
      id="line-base"
      label={t('formula.of')}
      error={isKnown ? undefined : t('lineError.formula-unknown')}
      render={(wiring) => (
        <Select
          {...wiring}
          value={of}
          options={[
            { value: 'total', label: t('formula.total') },
            ...(isKnown ? [] : [{ value: of, label: t('formula.gone') }]),
            ...lines
              .filter((line) => line.key !== own)
              .map((line) => ({ value: line.key, label: `${line.code} ${labelOf(line, language)}` })),
          ]}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    />
  );
}

/** Which lines are taken off first: those that are named already, and a list to name one more. */
function LessField(
  props: LinesProps & { readonly less: readonly string[]; readonly onChange: (less: readonly string[]) => void },
) {
  const { lines, own, less, onChange } = props;
  const { t } = useTranslation('plan');
  const language = useLanguage();
  const name = (key: string) => {
    const line = lines.find((each) => each.key === key);
    return line === undefined ? t('formula.gone') : `${line.code} ${labelOf(line, language)}`;
  };
  return (
    <>
      {less.length > 0 && (
        <ChoiceGroup id="line-less" legend={t('formula.less')}>
          {less.map((key) => (
            <Choice
              key={key}
              type="checkbox"
              id={`line-less-${key}`}
              label={name(key)}
              checked
              onChange={() => onChange(less.filter((each) => each !== key))}
            />
          ))}
        </ChoiceGroup>
      )}
      <FieldFrame
        id="line-less-add"
        label={t('formula.lessAdd')}
        optional
        render={(wiring) => (
          <Select
            {...wiring}
            value=""
            placeholder={t('formula.choose')}
            options={lines
              .filter((line) => line.key !== own && !less.includes(line.key))
              .map((line) => ({ value: line.key, label: name(line.key) }))}
            onChange={(event) => event.target.value !== '' && onChange([...less, event.target.value])}
          />
        )}
      />
    </>
  );
}
