import { type Column, Details, Money, None, PlainText, Stack, Table, Tag, UiLink } from '@commonlot/ui';
import { useTranslation } from 'react-i18next';
import { Localised } from '../../shared/i18n/localised';
import { usePath } from '../../shared/i18n/use-language';
import { formatPoints, isWideSpread } from './points';
import styles from './ranking-table.module.css';
import type { Ranking } from './records';

type Row = Ranking['rows'][number];

/** The ranking, with the line where the envelope ends drawn across it. */
export function RankingTable({ ranking }: { readonly ranking: Ranking }) {
  const { t } = useTranslation('reviews');
  const { rows } = ranking;
  const last = rows.findLast(({ withinEnvelope }) => withinEnvelope);
  // The line is where the next file in order no longer fits; one that nobody reviewed has no place in the order yet.
  const next = last && rows[rows.indexOf(last) + 1];
  const hasLine = next !== undefined && next.cumulativeCents !== null;
  return (
    <Table
      caption={t('ranking.caption')}
      captionHidden
      dense
      columns={useColumns(ranking)}
      rows={rows}
      rowKey={(row) => row.applicationId}
      mark={(row) => (row.withinEnvelope ? undefined : 'faint')}
      after={(row) =>
        hasLine && row === last ? (
          <span className={styles.line}>
            {t('ranking.line')} <Money cents={ranking.envelopeCents} />
          </span>
        ) : null
      }
    />
  );
}

function useColumns(ranking: Ranking): Column<Row>[] {
  const { t } = useTranslation('reviews');
  const path = usePath();
  return [
    { id: 'position', header: t('field.position'), end: true, cell: (row) => row.position ?? <None /> },
    {
      id: 'title',
      header: t('field.file'),
      rowHeader: true,
      cell: (row) => (
        <>
          <UiLink href={path('application', { applicationId: row.applicationId })} lang={row.fileLanguage}>
            {row.title}
          </UiLink>
          <span className={styles.under}>
            {row.organisationName} · {row.number}
          </span>
          {row.reviewCount > 0 && <Comments row={row} criteria={ranking.criteria} />}
        </>
      ),
    },
    {
      id: 'mean',
      header: t('field.mean'),
      end: true,
      cell: (row) =>
        row.meanBasisPoints === null ? (
          <Tag tone="info">{t('ranking.unscored')}</Tag>
        ) : (
          <>
            <strong>{formatPoints(row.meanBasisPoints)}</strong>
            <span className={styles.under}>{t('ranking.reviews', { count: row.reviewCount })}</span>
          </>
        ),
    },
    {
      id: 'spread',
      header: t('field.spread'),
      end: true,
      cell: (row) => {
        if (row.spreadBasisPoints === null || row.reviewCount < 2) return <None />;
        const points = formatPoints(row.spreadBasisPoints);
        return isWideSpread(row.spreadBasisPoints) ? <Tag tone="warning">{t('ranking.wide', { points })}</Tag> : points;
      },
    },
    {
      id: 'requested',
      header: t('field.requested'),
      end: true,
      cell: (row) => <Money cents={row.requestedCents} decimals="always" />,
    },
    {
      id: 'cumulative',
      header: t('field.cumulative'),
      end: true,
      cell: (row) => <Money cents={row.cumulativeCents} decimals="always" />,
    },
  ];
}

function Comments({ row, criteria }: { readonly row: Row; readonly criteria: Ranking['criteria'] }) {
  const { t } = useTranslation('reviews');
  return (
    <Details summary={t('ranking.comments')}>
      <Stack gap={4}>
        {criteria.map((criterion) => {
          const given = row.comments.find(({ criterionId }) => criterionId === criterion.id);
          return (
            <div key={criterion.id} className={styles.criterion}>
              <p className={styles.criterionTitle}>
                <Localised text={criterion.title} />{' '}
                <span className={styles.scores}>
                  {t('ranking.scores', { scores: (given?.scores ?? []).join(' · '), max: criterion.maxScore })}
                </span>
              </p>
              {(given?.comments ?? []).map((comment, index) => (
                // Two reviewers may say the same words, and the list never changes on this page.
                <PlainText key={index}>{comment}</PlainText>
              ))}
            </div>
          );
        })}
      </Stack>
    </Details>
  );
}
