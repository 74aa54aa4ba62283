import { Panel } from '@commonlot/ui';
import { useTranslation } from 'react-i18next';
import { CommentList } from './comment-list';

/** Everything that was said about a version and its lines. A mail about a mention leads here. */
export function CommentPanel({ versionId }: { readonly versionId: string }) {
  const { t } = useTranslation('plan');
  return (
    <Panel id="comments" title={t('comment.title')}>
      <CommentList versionId={versionId} lineId={null} />
    </Panel>
  );
}
