import { Button, Dialog } from '@commonlot/ui';
import { MessageSquare } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CommentList } from './comment-list';

interface LineCommentsProps {
  readonly versionId: string;
  readonly lineId: string;
  readonly code: string;
  readonly open: number;
}

/** How many comments on a line are open, as a button that shows them. */
export function LineComments({ versionId, lineId, code, open }: LineCommentsProps) {
  const { t } = useTranslation('plan');
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button
        size="small"
        tone="quiet"
        icon={<MessageSquare aria-hidden="true" />}
        aria-label={t('comment.ofLine', { code, count: open })}
        onClick={() => setIsOpen(true)}
      >
        {open === 0 ? '' : String(open)}
      </Button>
      {isOpen && (
        <Dialog wide open onClose={() => setIsOpen(false)} title={t('comment.lineTitle', { code })}>
          <CommentList versionId={versionId} lineId={lineId} />
        </Dialog>
      )}
    </>
  );
}
