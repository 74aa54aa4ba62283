import type { Cents } from '@commonlot/domain';
import { Money, UiLink, VisuallyHidden } from '@commonlot/ui';
import { useTranslation } from 'react-i18next';
import { Localised, useLocalised } from '../../shared/i18n/localised';
import { usePath } from '../../shared/i18n/use-language';
import { AwardedBar } from './awarded-bar';
import { formatShare } from './figures';
import { PlanTable } from './plan-table';
import { type LineInTree, lineAnchor, linesUnder } from './plan-tree';
import type { PlanLine, PublicPlan } from './records';
import styles from './rubric-list.module.css';

interface RubricListProps {
  readonly plan: PublicPlan;
  readonly tree: readonly LineInTree[];
}

/** The same amounts as the picture: the rubrics under each other, each of which opens to show its lines. */
export function RubricList({ plan, tree }: RubricListProps) {
  const { t } = useTranslation('register');
  const localised = useLocalised();
  const rubrics = tree.filter(({ above }) => above.length === 0);
  const tones = toneByRubric(rubrics);
  return (
    <div className={styles.frame}>
      <p className={styles.head} aria-hidden="true">
        <span className={styles.name}>{t('plan.rubric')}</span>
        <span className={styles.awarded}>{t('plan.awarded')}</span>
        <span className={styles.share}>{t('plan.share')}</span>
        <span className={styles.amount}>{t('plan.amount')}</span>
      </p>
      <ul className={styles.list}>
        {rubrics.map(({ line, isLeaf }) => (
          <li key={line.lineId} data-tone={tones.get(line.lineId)}>
            {isLeaf ? (
              <RubricRow line={line} totalCents={plan.totalCents} year={plan.year} />
            ) : (
              <details className={styles.rubric}>
                <summary className={styles.summary}>
                  <RubricRow line={line} totalCents={plan.totalCents} year={null} />
                </summary>
                <div className={styles.lines}>
                  <PlanTable
                    caption={t('plan.linesOf', { rubric: localised(line.label) })}
                    tree={linesUnder(tree, line.lineId)}
                    year={plan.year}
                    totalCents={plan.totalCents}
                    isWhole={false}
                  />
                </div>
              </details>
            )}
          </li>
        ))}
      </ul>
      <p className={styles.total}>
        <span>{t('plan.total')}</span>
        <Money cents={plan.totalCents} />
      </p>
    </div>
  );
}

/** The colours of the picture, which gives them to the rubrics from the largest down. */
function toneByRubric(rubrics: readonly LineInTree[]): Map<string, number> {
  const bySize = rubrics.toSorted((a, b) => b.line.subtotalCents - a.line.subtotalCents);
  return new Map(bySize.map(({ line }, index) => [line.lineId, (index % 8) + 1]));
}

interface RubricRowProps {
  readonly line: PlanLine;
  readonly totalCents: Cents;
  /** Of a rubric that does not open: where its link leads. */
  readonly year: number | null;
}

function RubricRow({ line, totalCents, year }: RubricRowProps) {
  const { t } = useTranslation('register');
  const path = usePath();
  const name = <Localised text={line.label} />;
  return (
    <span className={styles.row} data-line={line.code} data-awarded-cents={line.awardedCents}>
      <span className={styles.name}>
        <span className={styles.code}>{line.code}</span>
        {year === null ? (
          <span className={styles.opens}>{name}</span>
        ) : (
          <UiLink href={`${path('plan', { year })}#${lineAnchor(line.code)}`}>{name}</UiLink>
        )}
      </span>
      <span className={styles.awarded}>
        <span>
          <span className={styles.narrowLabel}>{t('plan.awarded')} </span>
          <Money cents={line.awardedCents} />
        </span>
        <AwardedBar awardedCents={line.awardedCents} amountCents={line.subtotalCents} />
      </span>
      <span className={styles.share}>
        <VisuallyHidden>{t('plan.share')} </VisuallyHidden>
        {line.isPm ? null : formatShare(line.subtotalCents, totalCents)}
      </span>
      <span className={styles.amount}>
        <VisuallyHidden>{t('plan.amount')} </VisuallyHidden>
        <Money cents={line.subtotalCents} isPm={line.isPm} />
      </span>
    </span>
  );
}
