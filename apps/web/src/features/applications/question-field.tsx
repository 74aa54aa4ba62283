import { type Answer, countCharacters } from '@commonlot/domain';
import { Choice, ChoiceGroup, FieldFrame, fieldId, TextInput, type Wiring } from '@commonlot/ui';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Localised, LocalisedParagraphs, useLocalised } from '../../shared/i18n/localised';
import { type Municipality, MunicipalityInput } from '../organisations';
import { AmountField, NumberField } from './number-fields';
import type { Question } from './records';

export interface QuestionFieldProps {
  readonly question: Question;
  readonly answer: Answer;
  readonly error: string | undefined;
  readonly municipalities: readonly Municipality[];
  readonly onChange: (answer: Answer) => void;
}

/** One question with the input for its type. Files and the cost table have fields of their own. */
export function QuestionField(props: QuestionFieldProps) {
  const { question, answer, onChange } = props;
  const text = typeof answer === 'string' ? answer : '';
  switch (question.type) {
    case 'long-text':
      return (
        <Framed {...props} counted={text}>
          {(wiring) => (
            <textarea
              rows={(question.maxCharacters ?? 0) > 1500 ? 12 : 6}
              value={text}
              onChange={(event) => onChange(event.target.value)}
              {...wiring}
            />
          )}
        </Framed>
      );
    case 'number':
      return (
        <Framed {...props}>{(wiring) => <NumberField answer={answer} onChange={onChange} wiring={wiring} />}</Framed>
      );
    case 'amount':
      return (
        <Framed {...props}>{(wiring) => <AmountField answer={answer} onChange={onChange} wiring={wiring} />}</Framed>
      );
    case 'date':
      return (
        <Framed {...props}>
          {(wiring) => (
            <TextInput
              short
              type="date"
              value={text}
              onChange={(event) => onChange(event.target.value || null)}
              {...wiring}
            />
          )}
        </Framed>
      );
    case 'municipality':
      return <MunicipalityQuestion {...props} />;
    case 'yes-no':
    case 'choice':
    case 'choices':
      return <ChoiceQuestion {...props} />;
    default:
      return (
        <Framed {...props} counted={text}>
          {(wiring) => <input value={text} onChange={(event) => onChange(event.target.value)} {...wiring} />}
        </Framed>
      );
  }
}

interface FramedProps extends QuestionFieldProps {
  /** The text that the counter counts. */
  readonly counted?: string;
  readonly children: (wiring: Wiring) => ReactNode;
}

function Framed({ question, error, counted, children }: FramedProps) {
  const { t } = useTranslation('applications');
  const max = question.maxCharacters;
  const isTooLong = max !== null && counted !== undefined && countCharacters(counted) > max;
  return (
    <FieldFrame
      id={fieldId(question.id)}
      label={<Localised text={question.label} />}
      hint={question.hint && <LocalisedParagraphs text={question.hint} />}
      optional={!question.required}
      error={error ?? (isTooLong ? t('error.too-long') : undefined)}
      {...(max === null || counted === undefined ? {} : { counter: { text: counted, max } })}
      render={children}
    />
  );
}

function MunicipalityQuestion(props: QuestionFieldProps) {
  const localised = useLocalised();
  const { question, answer, municipalities, onChange } = props;
  return (
    <Framed {...props}>
      {(wiring) => (
        <MunicipalityInput
          municipalities={municipalities}
          value={typeof answer === 'string' ? answer : ''}
          onChange={(nis) => onChange(nis || null)}
          label={localised(question.label)}
          wiring={wiring}
        />
      )}
    </Framed>
  );
}

interface Option {
  readonly value: string;
  readonly label: ReactNode;
  readonly isChosen: boolean;
  readonly choose: () => void;
}

function ChoiceQuestion(props: QuestionFieldProps) {
  const { question, error } = props;
  const id = fieldId(question.id);
  const options = useOptions(props);
  return (
    <ChoiceGroup
      id={id}
      legend={<Localised text={question.label} />}
      hint={question.hint && <LocalisedParagraphs text={question.hint} />}
      error={error}
      optional={!question.required}
      inline={question.type === 'yes-no'}
    >
      {options.map((option, index) => (
        <Choice
          key={option.value}
          type={question.type === 'choices' ? 'checkbox' : 'radio'}
          id={index === 0 ? id : `${id}-${option.value}`}
          name={question.id}
          label={option.label}
          checked={option.isChosen}
          onChange={option.choose}
        />
      ))}
    </ChoiceGroup>
  );
}

function useOptions({ question, answer, onChange }: QuestionFieldProps): Option[] {
  const { t } = useTranslation('shared');
  if (question.type === 'yes-no') {
    return [true, false].map((value) => ({
      value: String(value),
      label: t(value ? 'answer.yes' : 'answer.no'),
      isChosen: answer === value,
      choose: () => onChange(value),
    }));
  }
  const values = question.options.map((option) => option.value);
  const chosen = Array.isArray(answer) ? (answer as readonly string[]) : [answer];
  return question.options.map(({ value, label }) => {
    const isChosen = chosen.includes(value);
    const toggled = values.filter((each) => chosen.includes(each) !== (each === value));
    return {
      value,
      label: <Localised text={label} />,
      isChosen,
      choose: () => onChange(question.type === 'choices' ? toggled : value),
    };
  });
}
