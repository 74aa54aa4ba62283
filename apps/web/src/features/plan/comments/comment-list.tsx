import { Button, Details, EmptyState, Skeleton, Stack } from '@commonlot/ui';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '../../../shared/form/problem-notice';
import { useSession } from '../../../shared/session/session';
import { CommentForm } from './comment-form';
import { CommentItem } from './comment-item';
import styles from './comments.module.css';
import { type PlanComment, useComments } from './use-comments';

interface CommentListProps {
  readonly versionId: string;
  /** The line that is talked about; null for all of the version. */
  readonly lineId: string | null;
}

/** What was said, and room to say something. Of a line, what was said in other versions of the year is folded. */
export function CommentList({ versionId, lineId }: CommentListProps) {
  const { t } = useTranslation('plan');
  const { can } = useSession();
  const { data, error, isPending, hasNextPage, isFetchingNextPage, fetchNextPage } = useComments(versionId, lineId);
  const rows = data?.pages.flatMap((page) => page.rows) ?? [];
  const own = rows.filter((comment) => comment.versionId === versionId);
  return (
    <Stack gap={4}>
      {can('plan:comment') && <CommentForm versionId={versionId} lineId={lineId} />}
      <ProblemNotice error={error} />
      {isPending && <Skeleton lines={3} label={t('comment.loading')} />}
      {data !== undefined && own.length === 0 && <EmptyState title={t('comment.none')} />}
      <Items comments={own} lineId={lineId} />
      {olderVersions(rows, versionId).map(([number, comments]) => (
        <Details key={number} summary={t('comment.inVersion', { number, count: comments.length })}>
          <Items comments={comments} lineId={lineId} />
        </Details>
      ))}
      {hasNextPage && (
        <Button pending={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('comment.more')}
        </Button>
      )}
    </Stack>
  );
}

function Items({ comments, lineId }: { readonly comments: readonly PlanComment[]; readonly lineId: string | null }) {
  if (comments.length === 0) return null;
  return (
    <ul className={styles.list}>
      {comments.map((comment) => (
        <CommentItem key={comment.id} comment={comment} isOfLine={lineId !== null} />
      ))}
    </ul>
  );
}

/** Comments of other versions by the number of the version, newest first. */
function olderVersions(rows: readonly PlanComment[], versionId: string): [number, PlanComment[]][] {
  const byNumber = new Map<number, PlanComment[]>();
  for (const comment of rows) {
    if (comment.versionId === versionId) continue;
    byNumber.set(comment.versionNumber, [...(byNumber.get(comment.versionNumber) ?? []), comment]);
  }
  return [...byNumber].sort(([one], [other]) => other - one);
}
