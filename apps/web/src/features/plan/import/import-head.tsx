import type { Cents } from '@commonlot/domain';
import { FieldFrame, Money, MoneyInput, Notice, Select, Stack, TextInput } from '@commonlot/ui';
import { useTranslation } from 'react-i18next';
import styles from './import.module.css';

const stages = ['provisional', 'definitive'] as const;

/** What the version will be, as it is typed. */
export interface TypedHead {
  readonly year: string;
  readonly stage: (typeof stages)[number];
  readonly total: string;
}

interface ImportHeadProps {
  readonly head: TypedHead;
  /** The version exists already and only its lines were refused: its year and stage stay. */
  readonly isMade: boolean;
  readonly unassignedCents: Cents | null;
  readonly onChange: (part: Partial<TypedHead>) => void;
}

/** Year, stage and total of the version, and what the lines leave of the total. */
export function ImportHead({ head, isMade, unassignedCents, onChange }: ImportHeadProps) {
  const { t } = useTranslation('plan');
  return (
    <Stack gap={4}>
      {isMade && <Notice>{t('import.made')}</Notice>}
      <div className={styles.head}>
        <FieldFrame
          id="import-year"
          label={t('field.year')}
          render={(wiring) => (
            <TextInput
              {...wiring}
              short
              inputMode="numeric"
              readOnly={isMade}
              value={head.year}
              onChange={(event) => onChange({ year: event.target.value })}
            />
          )}
        />
        <FieldFrame
          id="import-stage"
          label={t('field.stage')}
          render={(wiring) => (
            <Select
              {...wiring}
              value={head.stage}
              options={(isMade ? [head.stage] : stages).map((value) => ({ value, label: t(`stage.${value}`) }))}
              onChange={(event) =>
                onChange({ stage: event.target.value === 'definitive' ? 'definitive' : 'provisional' })
              }
            />
          )}
        />
        <FieldFrame
          id="import-total"
          label={t('field.total')}
          render={(wiring) => <MoneyInput {...wiring} value={head.total} onChange={(total) => onChange({ total })} />}
        />
        <p className={styles.rest}>
          {t('field.unassigned')}{' '}
          <strong>
            <Money cents={unassignedCents} decimals="always" />
          </strong>
        </p>
      </div>
    </Stack>
  );
}
