import { Button, ButtonRow, Notice, Stack } from '@commonlot/ui';
import { useTranslation } from 'react-i18next';
import type { Municipality } from '../organisations';
import { AnswerText } from './answer-text';
import styles from './answers.module.css';
import type { AnswerConflict } from './autosave-parts';
import type { Question } from './records';

interface AnswerConflictChoiceProps {
  readonly question: Question;
  readonly conflict: AnswerConflict;
  readonly lang: string;
  readonly municipalities: readonly Municipality[];
  readonly onChoose: (choice: 'mine' | 'theirs') => void;
}

/** Two people changed one answer: both stand here until somebody chooses. */
export function AnswerConflictChoice({
  question,
  conflict,
  lang,
  municipalities,
  onChoose,
}: AnswerConflictChoiceProps) {
  const { t } = useTranslation('applications');
  const parts = { question, lang, municipalities };
  return (
    <div className={styles.conflict}>
      <Notice tone="warning" title={t('conflict.title')} live>
        <Stack gap={4}>
          <p>{t('conflict.text')}</p>
          <div className={styles.both}>
            <div>
              <h3>{t('conflict.mine')}</h3>
              <AnswerText {...parts} answer={conflict.mine} />
            </div>
            <div>
              <h3>{t('conflict.theirs')}</h3>
              <AnswerText {...parts} answer={conflict.theirs} />
            </div>
          </div>
          <ButtonRow>
            <Button onClick={() => onChoose('mine')}>{t('conflict.keepMine')}</Button>
            <Button onClick={() => onChoose('theirs')}>{t('conflict.takeTheirs')}</Button>
          </ButtonRow>
        </Stack>
      </Notice>
    </div>
  );
}
