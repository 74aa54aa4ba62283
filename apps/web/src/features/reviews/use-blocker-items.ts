import type { ResponseOf, reviews } from '@commonlot/contracts';
import { inLanguage, type ReviewBlocker } from '@commonlot/domain';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../shared/i18n/use-language';
import { commentFieldId, scoreFieldId } from './criterion-ids';

type Criterion = ResponseOf<typeof reviews.readAssignment>['criteriaList'][number];

/** What keeps a review from being sent, as links to the fields. */
export function useBlockerItems(blockers: readonly ReviewBlocker[], criteria: readonly Criterion[]) {
  const { t } = useTranslation('reviews');
  const language = useLanguage();
  return blockers.flatMap(({ code, criterionId }) => {
    const criterion = criteria.find(({ id }) => id === criterionId);
    if (criterion === undefined) return [];
    const isComment = code === 'comment-too-short';
    return {
      href: `#${isComment ? commentFieldId(criterion.id) : scoreFieldId(criterion.id)}`,
      message: t(`review.blocker.${code}`, {
        criterion: inLanguage(criterion.title, language).text,
        max: criterion.maxScore,
      }),
    };
  });
}
