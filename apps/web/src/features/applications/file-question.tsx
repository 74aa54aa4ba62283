import { FieldError, FileList, FilePicker, fieldId, type UploadItem } from '@commonlot/ui';
import { useTranslation } from 'react-i18next';
import { LocalisedParagraphs, useLocalised } from '../../shared/i18n/localised';
import { attachmentItem } from './attachment-item';
import type { OwnApplication, Question } from './records';
import { acceptedExtensions, useUploads } from './use-uploads';

interface FileQuestionProps {
  readonly application: OwnApplication;
  readonly question: Question;
  readonly error: string | undefined;
}

/** The files of a question: sent as soon as they are chosen, each with its state, and taken off again one by one. */
export function FileQuestion({ application, question, error }: FileQuestionProps) {
  const { t } = useTranslation('applications');
  const localised = useLocalised();
  const id = fieldId(question.id);
  const attached = application.attachments.filter((file) => file.questionId === question.id);
  const { uploads, add, remove } = useUploads(application.id, question, attached.length);
  const items: UploadItem[] = [
    ...attached.map((file) => ({ ...attachmentItem(application.id, file), onRemove: () => remove(file.fileId) })),
    ...uploads,
  ];
  const label = localised(question.label);
  const most = question.maxFiles ?? 20;
  return (
    <div id={id} tabIndex={-1}>
      <FieldError id={`${id}-error`} error={error} />
      <FilePicker
        label={question.required ? label : t('files.optional', { label })}
        hint={
          <>
            {question.hint && <LocalisedParagraphs text={question.hint} />}
            <p>{t('files.rules', { count: most })}</p>
          </>
        }
        accept={acceptedExtensions.join(',')}
        multiple={most > 1}
        onFiles={add}
      />
      <FileList label={label} files={items} />
    </div>
  );
}
