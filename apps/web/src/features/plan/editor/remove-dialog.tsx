import { withLinesUnder } from '@commonlot/domain';
import { Button, Dialog } from '@commonlot/ui';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../../shared/i18n/use-language';
import { labelOf } from './read-draft';
import type { GridControl } from './use-grid-control';
import type { PlanDraft } from './use-plan-draft';

/** Asks before a heading goes, because its lines go with it. */
export function RemoveDialog({ draft, control }: { readonly draft: PlanDraft; readonly control: GridControl }) {
  const { t } = useTranslation('plan');
  const { t: shared } = useTranslation('shared');
  const language = useLanguage();
  const { asked, forget, remove } = control.actions;
  const gone = asked === null ? [] : withLinesUnder(draft.state.present.lines, asked);
  const [heading] = gone;
  return (
    <Dialog
      open={heading !== undefined}
      onClose={forget}
      title={t('editor.removeTitle', { code: heading?.code ?? '' })}
      actions={
        <>
          <Button tone="danger" onClick={() => asked !== null && remove(asked)}>
            {t('editor.action.remove')}
          </Button>
          <Button onClick={forget}>{shared('action.cancel')}</Button>
        </>
      }
    >
      <p>
        {t('editor.removeText', {
          label: heading ? labelOf(heading, language) : '',
          count: Math.max(0, gone.length - 1),
        })}
      </p>
    </Dialog>
  );
}
