import { Tag, type TagIcon, type Tone } from '@commonlot/ui';
import { useTranslation } from 'react-i18next';
import type { CallHead } from './records';

const looks: Record<CallHead['phase'], { tone: Tone; icon: TagIcon }> = {
  draft: { tone: 'neutral', icon: 'draft' },
  announced: { tone: 'info', icon: 'planned' },
  open: { tone: 'accent', icon: 'open' },
  closed: { tone: 'neutral', icon: 'waiting' },
  settled: { tone: 'success', icon: 'done' },
  cancelled: { tone: 'danger', icon: 'stopped' },
  discarded: { tone: 'neutral', icon: 'stopped' },
};

/** Where a call stands: announced, open, closed, decided. */
export function CallPhaseTag({ phase }: { readonly phase: CallHead['phase'] }) {
  const { t } = useTranslation('register');
  return <Tag {...looks[phase]}>{t(`phase.${phase}`)}</Tag>;
}
