import { Button, Panel, Stack } from '@commonlot/ui';
import { useTranslation } from 'react-i18next';
import { AddQuestion, newQuestion } from './add-question';
import type { Section } from './call-records';
import styles from './edit-call.module.css';
import { ItemTools } from './item-tools';
import { freeId, moved } from './list-moves';
import { QuestionEditor } from './question-editor';
import { TextField } from './text-field';
import { blankText } from './typed-call';

interface FormBuilderProps {
  readonly sections: readonly Section[];
  readonly onChange: (sections: readonly Section[]) => void;
}

/** Ids of sections and questions, which share one room. */
const idsOf = (sections: readonly Section[]) =>
  new Set(sections.flatMap((section) => [section.id, ...section.questions.map(({ id }) => id)]));

/** The form that applicants will fill in: sections, and the questions in them. */
export function FormBuilder({ sections, onChange }: FormBuilderProps) {
  const { t } = useTranslation('calls');
  const hasCostTable = sections.some((section) => section.questions.some(({ type }) => type === 'cost-table'));
  const add = () => {
    const id = freeId('section', idsOf(sections));
    onChange([...sections, { id, title: blankText, questions: [] }]);
  };
  return (
    <Stack gap={6}>
      {sections.map((section, index) => (
        <SectionEditor
          key={section.id}
          section={section}
          number={index + 1}
          count={sections.length}
          hasCostTable={hasCostTable}
          takenIds={idsOf(sections)}
          onChange={(changed) => onChange(sections.with(index, changed))}
          onMove={(by) => onChange(moved(sections, index, by))}
          onRemove={() => onChange(sections.toSpliced(index, 1))}
        />
      ))}
      <div>
        <Button onClick={add}>{t('form.addSection')}</Button>
      </div>
    </Stack>
  );
}

interface SectionEditorProps {
  readonly section: Section;
  readonly number: number;
  readonly count: number;
  readonly hasCostTable: boolean;
  readonly takenIds: ReadonlySet<string>;
  readonly onChange: (section: Section) => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
}

function SectionEditor(props: SectionEditorProps) {
  const { section, number, count, hasCostTable, takenIds, onChange, onMove, onRemove } = props;
  const { t } = useTranslation('calls');
  const { questions } = section;
  const name = t('form.section', { number });
  return (
    <Panel
      title={name}
      level={3}
      tone="sunken"
      actions={
        <ItemTools
          name={name}
          index={number - 1}
          count={count}
          onMove={onMove}
          // A section with questions is emptied first, so that one press never takes twenty questions away.
          onRemove={questions.length === 0 ? onRemove : undefined}
        />
      }
    >
      <Stack>
        <TextField
          id={`${section.id}-title`}
          label={t('form.sectionTitle')}
          text={section.title}
          max={200}
          onChange={(title) => onChange({ ...section, title })}
        />
        <ol className={styles.list}>
          {questions.map((question, index) => (
            <QuestionEditor
              key={question.id}
              question={question}
              number={`${number}.${index + 1}`}
              index={index}
              count={questions.length}
              hasCostTable={hasCostTable}
              onChange={(changed) => onChange({ ...section, questions: questions.with(index, changed) })}
              onMove={(by) => onChange({ ...section, questions: [...moved(questions, index, by)] })}
              onRemove={() => onChange({ ...section, questions: questions.toSpliced(index, 1) })}
            />
          ))}
        </ol>
        <AddQuestion
          id={`${section.id}-add`}
          hasCostTable={hasCostTable}
          onAdd={(type) => {
            const added = newQuestion(freeId('question', takenIds), type);
            onChange({ ...section, questions: [...questions, added] });
          }}
        />
      </Stack>
    </Panel>
  );
}
