import type { Answer, CostTable, IncomeKind } from '@commonlot/domain';
import { FieldError, fieldId } from '@commonlot/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Localised, LocalisedParagraphs } from '../../shared/i18n/localised';
import { useLanguage } from '../../shared/i18n/use-language';
import { CostGridRows } from './cost-grid-rows';
import { type CostGrid, gridOf, type KindLabels, tableOf, withRoom } from './cost-rows';
import styles from './cost-table-field.module.css';
import { CostTotalsList } from './cost-totals-list';
import type { OwnApplication, Question } from './records';
import { isSameAnswer } from './same-answer';

interface CostTableFieldProps {
  readonly question: Question;
  readonly answer: Answer;
  readonly limits: Pick<OwnApplication, 'maxAmountCents' | 'maxSharePercent'>;
  readonly error: string | undefined;
  readonly onChange: (table: Answer) => void;
}

/** What it costs and who pays: two lists that have to come to the same sum, added up while somebody types. */
export function CostTableField({ question, answer, limits, error, onChange }: CostTableFieldProps) {
  const { t } = useTranslation('applications');
  const language = useLanguage();
  const labels = useKindLabels();
  const table = asTable(answer);
  const [typed, setTyped] = useState<{ grid: CostGrid; table: CostTable | null }>(() => ({
    grid: gridOf(table, language, labels),
    table,
  }));
  // Another answer than the one that stands here came in: a colleague's, or one from the store of the browser.
  const isOwn = isSameAnswer(typed.table as Answer, table as Answer);
  if (!isOwn) setTyped({ grid: gridOf(table, language, labels), table });
  const id = fieldId(question.id);

  function change(grid: CostGrid) {
    const next = tableOf(grid, labels);
    setTyped({ grid: withRoom(grid, labels), table: next });
    onChange(next);
  }
  const parts = { id, grid: typed.grid, labels, onChange: change };
  return (
    <fieldset className={styles.frame} data-invalid={error ? true : undefined}>
      <legend>
        <Localised text={question.label} />
      </legend>
      {question.hint && <LocalisedParagraphs text={question.hint} />}
      <p className={styles.help}>{t('costs.help')}</p>
      <FieldError id={`${id}-error`} error={error} />
      <div className={styles.lists}>
        <CostGridRows list="costs" {...parts} />
        <CostGridRows list="incomes" {...parts} />
      </div>
      <CostTotalsList table={typed.table} limits={limits} />
    </fieldset>
  );
}

export function asTable(answer: Answer | undefined): CostTable | null {
  return typeof answer === 'object' && answer !== null && 'costs' in answer ? answer : null;
}

export function useKindLabels(): KindLabels {
  const { t } = useTranslation('applications');
  const label = (kind: IncomeKind) => t(`costs.kind.${kind}`);
  return { own: label('own'), 'other-subsidy': label('other-subsidy'), requested: label('requested') };
}
