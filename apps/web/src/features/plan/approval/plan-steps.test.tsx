import { plan } from '@commonlot/contracts';
import { localDate, type PlanStepKind, planStepKinds } from '@commonlot/domain';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { fakeApi } from '../../../shared/testing/fake-api';
import { renderPage } from '../../../shared/testing/render-page';
import type { PlanVersion } from '../plan-state';
import { PlanSteps } from './plan-steps';

const no = { edit: false, submit: false, approve: false, sendBack: false, enterIntoForce: false };
const openStep = { isRequired: false, doneOn: null, reference: null, recordedBy: null, recordedAt: null };

/** An approved version that requires the advice and the Council; the advice is there. */
function approved(may: Partial<PlanVersion['may']> = {}): PlanVersion {
  const steps = {
    'finance-advice': {
      isRequired: true,
      doneOn: '2026-07-01',
      reference: 'Advice <b>7</b>',
      recordedBy: 'Arno Approver',
      recordedAt: '2026-07-02T08:00:00Z',
    },
    council: { ...openStep, isRequired: true },
  } as Partial<Record<PlanStepKind, object>>;
  return plan.readPlanVersion.response.parse({
    id: '0190a0a0-0000-7000-8000-000000000001',
    year: 2026,
    number: 1,
    stage: 'provisional',
    state: 'approved',
    totalCents: 1,
    unassignedCents: 0,
    decreeReference: null,
    decreeOn: null,
    accountsReference: null,
    revision: 4,
    remark: null,
    source: '',
    draftedBy: 'Dana Drafter',
    submittedBy: 'Dana Drafter',
    submittedAt: '2026-06-01T08:00:00Z',
    approvedBy: 'Arno Approver',
    approvedAt: '2026-06-02T08:00:00Z',
    inForceAt: null,
    returnReason: null,
    steps: planStepKinds.map((kind) => ({ kind, ...openStep, ...steps[kind] })),
    earlierSteps: [],
    may: { ...no, configureSteps: false, recordSteps: [], ...may },
    lines: [],
  });
}

const rows = () =>
  within(screen.getByRole('list', { name: 'The way to the decree' }))
    .getAllByRole('listitem')
    .map((item) => item.textContent?.replaceAll(/\s+/g, ' '));

it('tells of each step whether it is done, still to do or not asked for, by whom and when, in words', () => {
  renderPage(<PlanSteps isUnsaved={false} version={approved()} />);
  expect(rows()).toEqual([
    expect.stringMatching(/^Drafted done.*Dana Drafter$/),
    expect.stringMatching(/^Submitted done.*1 June 2026.*Dana Drafter$/),
    expect.stringMatching(/^Approved by a second person done.*2 June 2026.*Arno Approver$/),
    expect.stringMatching(/^Advice of the Inspector of Finance done.*1 July 2026.*Arno Approver.*Advice <b>7<\/b>$/),
    expect.stringMatching(/^Agreement of the Minister of the Budget not asked for$/),
    expect.stringMatching(/^Council of Ministers to do/),
    expect.stringMatching(/^Signed and entered into force to do$/),
    expect.stringMatching(/^Official gazette not asked for$/),
  ]);
  expect(screen.getAllByText(/Waits for the steps that are still open/)).toHaveLength(1);
});

it('shows what was recorded before the version was sent back, the last time first', () => {
  const { container } = renderPage(<PlanSteps isUnsaved={false} version={approved()} />);
  expect(container.querySelector('details')).toBeNull();
  const earlier = (revision: number, reference: string) => ({
    ...{ revision, kind: 'council' as const, doneOn: localDate('2026-06-28'), reference, recordedBy: 'Arno Approver' },
    ...{ recordedAt: '2026-06-28T08:00:00Z', sentBackAt: '2026-06-29T08:00:00Z' },
  });
  const version = { ...approved(), earlierSteps: [earlier(9, 'Notification 2'), earlier(5, '<i>1</i>')] };
  renderPage(<PlanSteps isUnsaved={false} version={version} />);
  const shown = screen.getByText('Recorded before it was sent back').closest('details')?.textContent ?? '';
  expect(shown).toMatch(
    /Sent back on 29 June 2026.*Council of Ministers.*28 June 2026 · Arno Approver.*Notification 2/,
  );
  expect(shown.indexOf('<i>1</i>')).toBeGreaterThan(shown.indexOf('Notification 2'));
});

it('offers exactly what the reader may do', () => {
  renderPage(<PlanSteps isUnsaved={false} version={approved({ recordSteps: ['finance-advice', 'council'] })} />);
  expect(screen.getAllByRole('button').map((button) => button.textContent)).toEqual([
    'Correct: Advice of the Inspector of Finance',
    'Fill in: Council of Ministers',
  ]);
});

it('is a list that a screen reader can follow, with the step that it is at', async () => {
  const { container } = renderPage(<PlanSteps isUnsaved={false} version={approved({ recordSteps: ['council'] })} />);
  expect(container.querySelector('[aria-current="step"]')?.textContent).toContain('Council of Ministers');
  expect((await axe(container)).violations).toEqual([]);
});

it('submits nothing while lines are typed that are not saved, and says what to do', async () => {
  const fake = fakeApi([]);
  const draft = { ...approved({ submit: true }), state: 'draft' as const };
  renderPage(<PlanSteps isUnsaved version={draft} />);
  await userEvent.click(screen.getByRole('button', { name: 'Submit' }));
  expect(screen.getByRole('status').textContent).toContain('Save them first');
  expect(fake.asked).toEqual([]);
  fake.restore();
});
