import { payments } from '@commonlot/contracts';
import { screen } from '@testing-library/react';
import { axe } from 'jest-axe';
import { renderPage } from '../../shared/testing/render-page';
import { type ReturnsOfAward, ReturnsOfAwards } from './returns-of-awards';

const returns = (change: object = {}): ReturnsOfAward =>
  payments.listReturnsOfOrganisation.response.shape.rows.element.parse({
    decisionId: '0190a0a0-0000-7000-8000-0000000000d1',
    applicationId: null,
    number: '2026-D0001',
    title: 'Zingen',
    originalCents: 1000_00,
    amountCents: 950_00,
    reductions: [
      { amountCents: 50_00, kind: 'smaller-project', reference: 'Art. 7', confirmedAt: '2026-05-01T10:00:00Z' },
    ],
    repayments: [
      {
        number: '2026-D0001-R1',
        amountCents: 300_00,
        openCents: 200_00,
        kind: 'unspent',
        reason: 'Niet <i>alles</i> werd gebruikt.',
        dueOn: '2026-06-01',
        isOverdue: false,
        communication: '100000000133',
        state: 'partly-received',
      },
    ],
    ...change,
  });

it('tells what to pay back, until when, with which communication, and what is left of the award', async () => {
  const { container } = renderPage(<ReturnsOfAwards awards={[returns()]} />, { person: {} });
  expect(screen.getByText(/Pay back .*200,00/)).toBeTruthy();
  expect(screen.getByText('+++100/0000/00133+++')).toBeTruthy();
  expect(screen.getByText('Niet <i>alles</i> werd gebruikt.')).toBeTruthy();
  expect(screen.getByText(/950,00 is left/)).toBeTruthy();
  expect(screen.queryByText(/due day is past/)).toBeNull();
  expect((await axe(container)).violations).toEqual([]);
});

it('asks nothing of what came in, warns of what is late, and says nothing where nothing changed', () => {
  const [asked] = returns().repayments;
  const { unmount } = renderPage(
    <ReturnsOfAwards awards={[returns({ repayments: [{ ...asked, state: 'received', openCents: 0 }] })]} />,
    { person: {} },
  );
  expect(screen.queryByText('+++100/0000/00133+++')).toBeNull();
  unmount();
  const late = renderPage(<ReturnsOfAwards awards={[returns({ repayments: [{ ...asked, isOverdue: true }] })]} />, {
    person: {},
  });
  expect(screen.getByText(/due day is past/)).toBeTruthy();
  late.unmount();
  renderPage(<ReturnsOfAwards awards={[]} />, { person: {} });
  expect(screen.queryByText('Reduction and repayment')).toBeNull();
});
