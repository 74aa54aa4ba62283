import type { Answers } from '@commonlot/domain';
import { Panel, Stack } from '@commonlot/ui';
import { useTranslation } from 'react-i18next';
import { Localised } from '../../shared/i18n/localised';
import type { Municipality } from '../organisations';
import { AnswerList } from './answer-list';
import type { Attachment, Form } from './records';

interface SentAnswersProps {
  readonly applicationId: string;
  readonly form: Form;
  /** The language of the file, in which people answered. */
  readonly lang: string;
  readonly answers: Answers;
  readonly attachments: readonly Attachment[];
  readonly municipalities: readonly Municipality[];
}

/** The application as it was sent, section by section. */
export function SentAnswers({ form, ...parts }: SentAnswersProps) {
  const { t } = useTranslation('applications');
  return (
    <Panel title={t('sent.title')} id="answers">
      <Stack gap={6}>
        {form.sections.map((section) => (
          <Panel key={section.id} title={<Localised text={section.title} />} level={3}>
            <AnswerList section={section} {...parts} />
          </Panel>
        ))}
      </Stack>
    </Panel>
  );
}
