import { payments } from '@commonlot/contracts';
import { cents, localDate, type ReductionKind } from '@commonlot/domain';
import type { TestApi, TestPerson } from './test-api.js';

type AwardId = { readonly decisionId: string };

/** What an officer writes to lower an award. */
export const reductionBody = (amountCents: number, kind: ReductionKind = 'smaller-project') => ({
  amountCents: cents(amountCents),
  kind,
  reason: 'De vereniging huurt een kleinere zaal dan voorzien.',
  reference: 'Toekenningsbesluit, art. 7',
});

/** What an officer writes to ask money back, due long after any test. */
export const repaymentBody = (amountCents: number) => ({
  amountCents: cents(amountCents),
  kind: 'unspent' as const,
  reason: 'De rekeningen tonen dat dit bedrag niet gebruikt werd.',
  dueOn: localDate('2099-03-01'),
});

/** A reduction that waits for a minister. */
export function givenReduction(api: TestApi, officer: TestPerson, { decisionId }: AwardId, amountCents: number) {
  return api.ok(
    payments.proposeReduction,
    { params: { decisionId }, body: reductionBody(amountCents) },
    { as: officer },
  );
}

/** A repayment of which nothing came in yet. */
export function givenRepayment(api: TestApi, officer: TestPerson, { decisionId }: AwardId, amountCents: number) {
  return api.ok(payments.askRepayment, { params: { decisionId }, body: repaymentBody(amountCents) }, { as: officer });
}
