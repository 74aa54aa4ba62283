import type { payments, ResponseOf } from '@commonlot/contracts';

export type Payment = ResponseOf<typeof payments.listPayments>['rows'][number];
export type PaymentState = Payment['state'];

/** The states in the order in which a payment goes through them. */
export const paymentStates: readonly PaymentState[] = ['planned', 'prepared', 'approved', 'paid', 'cancelled'];

/** What a person can do with a payment from the list, and with several at once. */
export type Step = 'prepare' | 'approve';
