import type { plan, ResponseOf } from '@commonlot/contracts';
import { Tag, type TagIcon, type Tone } from '@commonlot/ui';
import { useTranslation } from 'react-i18next';

export type PlanVersion = ResponseOf<typeof plan.readPlanVersion>;
export type PlanHead = ResponseOf<typeof plan.listPlanVersions>['rows'][number];
export type PlanLine = PlanVersion['lines'][number];

const looks: Record<PlanHead['state'], { tone: Tone; icon?: TagIcon }> = {
  draft: { tone: 'neutral', icon: 'draft' },
  submitted: { tone: 'info' },
  approved: { tone: 'accent' },
  'in-force': { tone: 'success' },
  superseded: { tone: 'neutral', icon: 'stopped' },
};

/** Where a version of a plan stands. */
export function PlanStateTag({ state }: { readonly state: PlanHead['state'] }) {
  const { t } = useTranslation('plan');
  return <Tag {...looks[state]}>{t(`state.${state}`)}</Tag>;
}
