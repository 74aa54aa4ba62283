import { AskRepaymentDialog } from './ask-repayment-dialog';
import type { AwardMoney, Reduction, Repayment } from './award-money-records';
import { ConfirmReductionDialog } from './confirm-reduction-dialog';
import { ReasonDialog } from './reason-dialog';
import { ReceiptDialog } from './receipt-dialog';
import { ReduceDialog } from './reduce-dialog';

/** The step that somebody is about to take; null while nobody is. */
export type OpenedMoney =
  | { readonly step: 'reduce' | 'askBack' }
  | { readonly step: 'confirm' | 'refuse' | 'withdraw'; readonly reduction: Reduction }
  | { readonly step: 'receive' | 'waive'; readonly repayment: Repayment }
  | null;

interface AwardMoneyDialogProps {
  readonly award: AwardMoney;
  readonly opened: OpenedMoney;
  readonly onClose: () => void;
}

/** The dialog of the step. */
export function AwardMoneyDialog({ award, opened, onClose }: AwardMoneyDialogProps) {
  switch (opened?.step) {
    case 'reduce':
      return <ReduceDialog award={award} onClose={onClose} />;
    case 'askBack':
      return <AskRepaymentDialog award={award} onClose={onClose} />;
    case 'confirm':
    case 'withdraw':
      return <ConfirmReductionDialog reduction={opened.reduction} step={opened.step} onClose={onClose} />;
    case 'refuse':
      return <ReasonDialog of={opened} onClose={onClose} />;
    case 'receive':
      return <ReceiptDialog repayment={opened.repayment} onClose={onClose} />;
    case 'waive':
      return <ReasonDialog of={opened} onClose={onClose} />;
    case undefined:
      return null;
  }
}
