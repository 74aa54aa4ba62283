import type { ResponseOf, reviews } from '@commonlot/contracts';
import { countCharacters, type ReviewBlocker, reviewCommentMinCharacters } from '@commonlot/domain';
import { FieldError, FieldFrame, TextInput } from '@commonlot/ui';
import { useTranslation } from 'react-i18next';
import { Localised } from '../../shared/i18n/localised';
import { commentFieldId, scoreFieldId } from './criterion-ids';
import styles from './review-form.module.css';

type Criterion = ResponseOf<typeof reviews.readAssignment>['criteriaList'][number];
interface Given {
  readonly score: number | null;
  readonly comment: string;
}

interface CriterionScoreProps {
  readonly criterion: Criterion;
  readonly given: Given;
  /** What an attempt to send found missing here. */
  readonly missing: readonly ReviewBlocker[];
  readonly onChange: (part: Partial<Given>) => void;
}

/** Up to here each mark of the scale has its own button; above it a number is typed. */
const longestScale = 10;

/** One criterion: what it means, its score, and why. */
export function CriterionScore({ criterion, given, missing, onChange }: CriterionScoreProps) {
  const { t } = useTranslation('reviews');
  const { id, maxScore } = criterion;
  const scoreIsMissing = missing.some(({ code }) => code !== 'comment-too-short');
  const commentIsMissing = missing.some(({ code }) => code === 'comment-too-short');
  const length = countCharacters(given.comment.trim());
  return (
    <section className={styles.criterion} data-criterion={id}>
      <fieldset
        className={styles.scale}
        data-invalid={scoreIsMissing || undefined}
        aria-describedby={scoreIsMissing ? `${scoreFieldId(id)}-error` : undefined}
      >
        <legend className={styles.legend}>
          <Localised text={criterion.title} />{' '}
          <span className={styles.weight}>{t('review.weight', { weight: criterion.weight })}</span>
        </legend>
        <p className={styles.anchor} id={`${scoreFieldId(id)}-anchor`}>
          <Localised text={criterion.description} />
        </p>
        <FieldError
          id={`${scoreFieldId(id)}-error`}
          error={scoreIsMissing ? t('review.scoreMissing', { max: maxScore }) : undefined}
        />
        {maxScore <= longestScale ? (
          <Scale criterion={criterion} score={given.score} onChange={(score) => onChange({ score })} />
        ) : (
          <NumberScore criterion={criterion} score={given.score} onChange={(score) => onChange({ score })} />
        )}
        <p className={styles.ends}>{t('review.scaleEnds', { max: maxScore })}</p>
      </fieldset>
      <FieldFrame
        id={commentFieldId(id)}
        label={t('review.comment')}
        error={commentIsMissing ? t('review.commentShort', { min: reviewCommentMinCharacters }) : undefined}
        render={(wiring) => (
          <textarea
            {...wiring}
            className={styles.comment}
            value={given.comment}
            onChange={({ target }) => onChange({ comment: target.value })}
          />
        )}
      />
      <p className={styles.count} data-short={length < reviewCommentMinCharacters || undefined}>
        {length < reviewCommentMinCharacters
          ? t('review.commentLeft', { count: reviewCommentMinCharacters - length })
          : t('review.commentLength', { count: length })}
      </p>
    </section>
  );
}

interface ScoreInputProps {
  readonly criterion: Criterion;
  readonly score: number | null;
  readonly onChange: (score: number | null) => void;
}

function Scale({ criterion: { id, maxScore }, score, onChange }: ScoreInputProps) {
  return (
    <div className={styles.marks}>
      {Array.from({ length: maxScore + 1 }, (_, mark) => (
        <label key={mark} className={styles.mark}>
          <input
            type="radio"
            id={mark === 0 ? scoreFieldId(id) : undefined}
            name={scoreFieldId(id)}
            value={mark}
            checked={score === mark}
            aria-describedby={mark === 0 ? `${scoreFieldId(id)}-anchor` : undefined}
            onChange={() => onChange(mark)}
          />
          <span>{mark}</span>
        </label>
      ))}
    </div>
  );
}

function NumberScore({ criterion: { id, maxScore }, score, onChange }: ScoreInputProps) {
  const { t } = useTranslation('reviews');
  return (
    <TextInput
      short
      type="number"
      inputMode="numeric"
      id={scoreFieldId(id)}
      min={0}
      max={maxScore}
      step={1}
      aria-label={t('review.scoreTo', { max: maxScore })}
      aria-describedby={`${scoreFieldId(id)}-anchor`}
      value={score ?? ''}
      onChange={({ target }) => {
        const mark = target.value === '' ? null : Math.trunc(Number(target.value));
        onChange(mark === null || Number.isNaN(mark) ? null : Math.min(Math.max(mark, 0), maxScore));
      }}
    />
  );
}
