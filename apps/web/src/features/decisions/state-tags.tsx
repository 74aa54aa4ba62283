import type { decisions, ResponseOf } from '@commonlot/contracts';
import { Tag, type TagIcon, type Tone } from '@commonlot/ui';
import { useTranslation } from 'react-i18next';

type BatchState = ResponseOf<typeof decisions.readBatch>['state'];
type Outcome = ResponseOf<typeof decisions.readDecision>['outcome'];
type DirectFileState = ResponseOf<typeof decisions.readDirectFile>['state'];
interface Look {
  readonly tone: Tone;
  readonly icon?: TagIcon;
}

const batchLooks: Record<BatchState, Look> = {
  draft: { tone: 'neutral', icon: 'draft' },
  prepared: { tone: 'info' },
  signed: { tone: 'accent' },
  released: { tone: 'success' },
  discarded: { tone: 'danger' },
};
const fileLooks: Record<DirectFileState, Look> = {
  draft: { tone: 'neutral', icon: 'draft' },
  proposed: { tone: 'info' },
  awarded: { tone: 'success' },
  refused: { tone: 'danger' },
  discarded: { tone: 'neutral', icon: 'stopped' },
};

/** Where a batch stands. */
export function BatchStateTag({ state }: { readonly state: BatchState }) {
  const { t } = useTranslation('decisions');
  return <Tag {...batchLooks[state]}>{t(`batchState.${state}`)}</Tag>;
}

/** What a decision says; a file without one still waits for it. */
export function OutcomeTag({ outcome }: { readonly outcome: Outcome }) {
  const { t } = useTranslation('decisions');
  if (outcome === null) return <Tag icon="planned">{t('outcome.none')}</Tag>;
  return <Tag tone={outcome === 'award' ? 'success' : 'danger'}>{t(`outcome.${outcome}`)}</Tag>;
}

/** Where a direct file stands. */
export function DirectFileStateTag({ state }: { readonly state: DirectFileState }) {
  const { t } = useTranslation('decisions');
  return <Tag {...fileLooks[state]}>{t(`fileState.${state}`)}</Tag>;
}
