import { FieldFrame, Select } from '@commonlot/ui';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '../../shared/form/problem-notice';
import { Localised } from '../../shared/i18n/localised';
import { readConflictKind, useConflictOptions } from './conflict-kind';
import styles from './declare-page.module.css';
import type { AssignmentHead } from './records';
import type { DeclarationChoice } from './use-declarations';

interface DeclarationRowProps {
  readonly row: AssignmentHead;
  readonly choice: DeclarationChoice;
  readonly problem: unknown;
  readonly onChoose: (choice: DeclarationChoice) => void;
}

/** Organisation, title and place of a file, and nothing else: whoever has an interest must not read it first. */
export function DeclarationRow({ row, choice, problem, onChoose }: DeclarationRowProps) {
  const { t } = useTranslation('reviews');
  const problemText = useProblemText();
  const kinds = useConflictOptions();
  const options = [
    { value: 'none', label: t('declare.noInterest') },
    ...kinds,
    { value: 'later', label: t('declare.later') },
  ];
  return (
    <li className={styles.row} data-choice={choice === 'none' || choice === 'later' ? choice : 'interest'}>
      <div className={styles.what}>
        <p className={styles.organisation}>
          {row.organisationName}, <Localised text={row.municipality} />
        </p>
        <p className={styles.title} lang={row.fileLanguage}>
          {row.title}
        </p>
      </div>
      <FieldFrame
        id={`declare-${row.id}`}
        label={t('declare.choiceOf', { organisation: row.organisationName, title: row.title })}
        labelHidden
        error={problem === undefined ? undefined : problemText(problem)}
        render={(wiring) => (
          <Select
            {...wiring}
            options={options}
            value={choice}
            onChange={({ target }) =>
              onChoose(readConflictKind(target.value) ?? (target.value === 'later' ? 'later' : 'none'))
            }
          />
        )}
      />
    </li>
  );
}
