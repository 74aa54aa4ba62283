import type { PlanStepKind } from '@commonlot/domain';
import { Button, Day, Instant, type Step, Steps, Tag } from '@commonlot/ui';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlanVersion } from '../plan-state';

interface PlanChainProps {
  readonly version: PlanVersion;
  readonly onRecord: (kind: PlanStepKind) => void;
}

type StepState = 'done' | 'open' | 'notAsked';

/** One station of the way: what happened when, by whom, under which reference. */
interface Station {
  readonly id: string;
  readonly title: string;
  readonly state: StepState;
  readonly on?: ReactNode;
  readonly by?: string | null;
  readonly reference?: string | null;
  readonly action?: ReactNode;
}

/** The way of a version from its draft to the official gazette: each step with its state in sign and word. */
export function PlanChain({ version, onRecord }: PlanChainProps) {
  const { t } = useTranslation('plan');
  const outside = (kind: PlanStepKind): Station[] =>
    version.steps
      .filter((step) => step.kind === kind)
      .map((step) => ({
        id: kind,
        title: t(`step.${kind}`),
        state: step.doneOn !== null ? 'done' : step.isRequired ? 'open' : 'notAsked',
        on: step.doneOn === null ? null : <Day on={step.doneOn} />,
        by: step.recordedBy,
        reference: step.reference,
        action: version.may.recordSteps.includes(kind) && (
          <Button size="small" onClick={() => onRecord(kind)}>
            {t(step.doneOn === null ? 'chain.record' : 'chain.correct', { step: t(`step.${kind}`) })}
          </Button>
        ),
      }));
  const stations = [
    ...ofOffice(version, t),
    ...outside('finance-advice'),
    ...outside('budget-agreement'),
    ...outside('council'),
    decreeOf(version, t),
    ...outside('publication'),
  ];
  const current = stations.find(({ state }) => state === 'open')?.id;
  return (
    <Steps label={t('chain.title')} steps={stations.map((station) => stepOf(station, station.id === current, t))} />
  );
}

type Translate = ReturnType<typeof useTranslation<'plan'>>['t'];

function ofOffice(version: PlanVersion, t: Translate): Station[] {
  const { submittedAt, approvedAt } = version;
  return [
    {
      id: 'drafted',
      title: t('chain.drafted'),
      state: version.state === 'draft' ? 'open' : 'done',
      by: version.draftedBy,
    },
    {
      id: 'submitted',
      title: t('chain.submitted'),
      state: submittedAt === null ? 'open' : 'done',
      on: submittedAt !== null && <Instant at={submittedAt} form="short" />,
      by: version.submittedBy,
    },
    {
      id: 'approved',
      title: t('chain.approved'),
      state: approvedAt === null ? 'open' : 'done',
      on: approvedAt !== null && <Instant at={approvedAt} form="short" />,
      by: version.approvedBy,
    },
  ];
}

const decreeOf = ({ inForceAt, decreeOn, decreeReference }: PlanVersion, t: Translate): Station => ({
  id: 'in-force',
  title: t('chain.inForce'),
  state: inForceAt === null ? 'open' : 'done',
  on: inForceAt !== null && <Day on={decreeOn} />,
  reference: decreeReference,
});

const looks = {
  done: { tone: 'success', icon: 'done' },
  open: { tone: 'neutral', icon: 'planned' },
  notAsked: { tone: 'neutral', icon: 'plain' },
} as const;

function stepOf({ id, title, state, on, by, reference, action }: Station, isCurrent: boolean, t: Translate): Step {
  const isOpen = isCurrent ? 'current' : 'upcoming';
  return {
    id,
    title: (
      <>
        {title}
        {'\u2002'}
        <Tag {...looks[state]}>{t(`chain.state.${state}`)}</Tag>
      </>
    ),
    state: state === 'done' ? 'done' : state === 'notAsked' ? 'skipped' : isOpen,
    at: (on || by) && (
      <>
        {on}
        {on && by && ' · '}
        {by}
      </>
    ),
    children: (reference || action) && (
      <>
        {reference && <p>{reference}</p>}
        {action}
      </>
    ),
  };
}
