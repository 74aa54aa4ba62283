import {
  applicationLifecycle,
  assignmentLifecycle,
  callLifecycle,
  decisionLifecycle,
  directFileLifecycle,
  overrunLifecycle,
  paymentLifecycle,
  planLifecycle,
  reductionLifecycle,
  repaymentLifecycle,
  yearClosingLifecycle,
} from '@commonlot/domain';
import { applications, calls, decisions, ledger, payments, plan, reviews } from './index.js';

it.each([
  ['application', applications.applicationState, applicationLifecycle],
  ['review assignment', reviews.assignmentState, assignmentLifecycle],
  ['call', calls.callState, callLifecycle],
  ['batch', decisions.batchState, decisionLifecycle],
  ['direct file', decisions.directFileState, directFileLifecycle],
  ['payment', payments.paymentState, paymentLifecycle],
  ['reduction', payments.reduction.shape.state, reductionLifecycle],
  ['repayment', payments.repaymentState, repaymentLifecycle],
  ['plan version', plan.planState, planLifecycle],
  ['overrun', ledger.overrunState, overrunLifecycle],
  ['closing of a year', ledger.yearClosingState, yearClosingLifecycle],
])('%s: the states on the wire are those of the domain', (_noun, states, lifecycle) => {
  expect([...states.options].sort()).toEqual([...lifecycle.states].sort());
});
