import type { payments, ResponseOf } from '@commonlot/contracts';
import type { Tag } from '@commonlot/ui';
import type { ComponentProps } from 'react';

export type AwardMoney = ResponseOf<typeof payments.readAwardMoney>;
export type Reduction = AwardMoney['reductions'][number];
export type Repayment = AwardMoney['repayments'][number];

type Look = Pick<ComponentProps<typeof Tag>, 'tone' | 'icon'>;

export const reductionLook: Record<Reduction['state'], Look> = {
  proposed: { tone: 'info', icon: 'waiting' },
  confirmed: { tone: 'success', icon: 'done' },
  refused: { tone: 'danger', icon: 'stopped' },
  withdrawn: { tone: 'neutral', icon: 'plain' },
};

export const repaymentLook: Record<Repayment['state'], Look> = {
  asked: { tone: 'info', icon: 'waiting' },
  'partly-received': { tone: 'info', icon: 'waiting' },
  received: { tone: 'success', icon: 'done' },
  withdrawn: { tone: 'neutral', icon: 'plain' },
};
