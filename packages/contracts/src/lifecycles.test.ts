import {
  applicationLifecycle,
  assignmentLifecycle,
  callLifecycle,
  decisionLifecycle,
  directFileLifecycle,
  paymentLifecycle,
  planLifecycle,
  reductionLifecycle,
  repaymentLifecycle,
} from '@commonlot/domain';
import { applications, calls, decisions, payments, plan, reviews } from './index.js';

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
])('%s: the states on the wire are those of the domain', (_noun, states, lifecycle) => {
  expect([...states.options].sort()).toEqual([...lifecycle.states].sort());
});
