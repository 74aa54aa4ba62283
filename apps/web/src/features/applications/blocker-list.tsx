import { questionsOf } from '@commonlot/domain';
import { fieldId, Notice, UiLink } from '@commonlot/ui';
import { useTranslation } from 'react-i18next';
import { useLocalised } from '../../shared/i18n/localised';
import { usePath } from '../../shared/i18n/use-language';
import type { OwnApplication } from './records';
import { questionErrors } from './section-state';

/** What keeps the application from being sent, each with a link to where it is put right. */
export function BlockerList({ application }: { readonly application: OwnApplication }) {
  const { t } = useTranslation('applications');
  const items = useBlockers(application);
  if (items.length === 0) {
    return <Notice tone="success">{application.isOpen ? t('check.complete') : null}</Notice>;
  }
  return (
    <Notice tone="error" title={t('check.missing', { count: items.length })}>
      <ul>
        {items.map((item) => (
          <li key={item.id}>{item.href ? <UiLink href={item.href}>{item.words}</UiLink> : item.words}</li>
        ))}
      </ul>
    </Notice>
  );
}

interface Item {
  readonly id: string;
  readonly words: string;
  readonly href?: string;
}

/** One line for each question, with all that is wrong there, and one for each blocker that is no question's. */
function useBlockers(application: OwnApplication): Item[] {
  const { t } = useTranslation('applications');
  const localised = useLocalised();
  const path = usePath();
  const { id: applicationId, form, answers, blockers } = application;
  const concerned = new Set(blockers.map(({ questionId }) => questionId));
  const general = blockers
    .filter(({ questionId }) => questionId === null)
    .map(({ code }) => ({ id: code, words: t(`blocker.${code}`) }));
  const ofQuestions = questionsOf(form)
    .filter((question) => concerned.has(question.id))
    .map((question): Item => {
      const section = form.sections.find(({ questions }) => questions.some(({ id }) => id === question.id));
      const found = questionErrors(question as never, answers, application);
      // The server knows more than the rules here, such as which municipalities there are.
      const codes = found.length > 0 ? found : ['invalid'];
      return {
        id: question.id,
        words: t('check.item', {
          label: localised(question.label),
          error: codes.map((code) => t(`error.${code}`)).join(' '),
        }),
        href: `${path('draft-section', { applicationId, sectionId: section?.id ?? '' })}?check=1#${fieldId(question.id)}`,
      };
    });
  return [...general, ...ofQuestions];
}
