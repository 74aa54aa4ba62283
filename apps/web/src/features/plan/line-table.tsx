import { inLanguage } from '@commonlot/domain';
import { type Column, Money, Table, UiLink } from '@commonlot/ui';
import { useTranslation } from 'react-i18next';
import { useLanguage, usePath } from '../../shared/i18n/use-language';
import { LineComments } from './comments/line-comments';
import { useCommentCounts } from './comments/use-comments';
import type { PlanLine, PlanVersion } from './plan-state';

/** The depth of a line in the tree, by its decimal code. */
const depth = (code: string) => code.split('.').length - 1;

/** The tree of a version, with the figures of the ledger when it is in force. */
export function LineTable({ version }: { readonly version: PlanVersion }) {
  const { t } = useTranslation('plan');
  const language = useLanguage();
  const path = usePath();
  const comments = useCommentCounts(version.id);
  const isInForce = version.lines.some((line) => line.figures !== null);
  const columns: Column<PlanLine>[] = [
    { id: 'code', header: t('field.code'), noWrap: true, cell: (line) => line.code },
    {
      id: 'label',
      header: t('field.label'),
      rowHeader: true,
      total: t('field.total'),
      cell: (line) => {
        const { text, language: lang } = inLanguage({ ...line.label, nl: line.label.nl, fr: line.label.fr }, language);
        const label = <span lang={lang === language ? undefined : lang}>{text}</span>;
        return isInForce && line.kind !== 'heading' ? (
          <UiLink href={path('line', { lineId: line.lineId })}>{label}</UiLink>
        ) : (
          label
        );
      },
    },
    {
      id: 'kind',
      header: t('field.kind'),
      wideOnly: true,
      cell: (line) => (line.kind === 'heading' ? '' : t(`kind.${line.kind}`)),
    },
    {
      id: 'amount',
      header: t('field.amount'),
      end: true,
      cell: (line) => <Money cents={line.subtotalCents} isPm={line.isPm} />,
      total: <Money cents={version.totalCents} />,
    },
    ...(isInForce ? figureColumns(t) : []),
    {
      id: 'comments',
      header: t('comment.title'),
      cell: ({ lineId, code }) => (
        <LineComments versionId={version.id} lineId={lineId} code={code} open={comments.get(lineId) ?? 0} />
      ),
    },
  ];
  return (
    <Table
      caption={t('lines')}
      captionHidden
      dense
      narrow="compact"
      columns={columns}
      rows={version.lines}
      rowKey={(line) => line.lineId}
      level={(line) => Math.min(depth(line.code), 4)}
    />
  );
}

function figureColumns(t: (key: string) => string): Column<PlanLine>[] {
  const figure = (id: 'reserved' | 'committed' | 'paid' | 'available'): Column<PlanLine> => ({
    id,
    header: t(`figure.${id}`),
    end: true,
    wideOnly: id !== 'available',
    cell: (line) =>
      line.figures === null || line.kind === 'heading' ? '' : <Money cents={line.figures[`${id}Cents`]} />,
  });
  return [figure('reserved'), figure('committed'), figure('paid'), figure('available')];
}
