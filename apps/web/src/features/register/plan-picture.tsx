import { formatEuros, inLanguage, sumCents } from '@commonlot/domain';
import { TreemapFigure, type TreemapNode } from '@commonlot/ui';
import { useTranslation } from 'react-i18next';
import { useLanguage, usePath } from '../../shared/i18n/use-language';
import styles from './plan-picture.module.css';
import { type LineInTree, lineAnchor, linesInTree, linesUnder } from './plan-tree';
import type { PublicPlan } from './records';
import { RubricList } from './rubric-list';

/** Where the money goes: each line as large as its amount, filled as far as it is awarded, and the same as a list. */
export function PlanPicture({ plan }: { readonly plan: PublicPlan }) {
  const { t } = useTranslation('register');
  const language = useLanguage();
  const tree = linesInTree(plan.lines);
  const nodes = useNodes(plan.year, tree);
  const rubrics = tree.filter(({ above }) => above.length === 0);
  const awardedCents = sumCents(rubrics.map(({ line }) => line.awardedCents));
  return (
    <TreemapFigure
      nodes={nodes}
      label={t('home.pictureLabel', { year: plan.year })}
      title={t('home.pictureTitle')}
      note={
        <span className={styles.legend}>
          <span className={styles.planned}>{t('home.legendPlanned')}</span>
          <span className={styles.awarded}>
            {t('home.legendAwarded', {
              awarded: formatEuros(awardedCents, language),
              total: formatEuros(plan.totalCents, language),
            })}
          </span>
        </span>
      }
      tableWords={t('home.asList')}
      tableOpen
      table={<RubricList plan={plan} tree={tree} />}
    />
  );
}

/** The rubrics with the lines that carry money; what lies between them is left to the list. */
function useNodes(year: number, tree: readonly LineInTree[]): TreemapNode[] {
  const language = useLanguage();
  const page = usePath()('plan', { year });
  const nodeOf = ({ line }: LineInTree) => {
    const label = inLanguage(line.label, language);
    return {
      id: line.lineId,
      label: label.text,
      ...(label.language === language ? {} : { lang: label.language }),
      href: `${page}#${lineAnchor(line.code)}`,
    };
  };
  const leafOf = (row: LineInTree) => ({
    ...nodeOf(row),
    amountCents: row.line.subtotalCents,
    filledCents: row.line.awardedCents,
  });
  return tree
    .filter(({ above }) => above.length === 0)
    .map((rubric) =>
      rubric.isLeaf
        ? leafOf(rubric)
        : {
            ...nodeOf(rubric),
            children: linesUnder(tree, rubric.line.lineId)
              .filter(({ isLeaf }) => isLeaf)
              .map(leafOf),
          },
    );
}
