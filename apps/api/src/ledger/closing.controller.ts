import { ledger as contract, type InputOf } from '@commonlot/contracts';
import { Controller } from '@nestjs/common';
import { type Actor, ActorParam, Handles, Input } from '../platform/index.js';
import { CloseMonth } from './close-month.js';
import { ClosingQueries } from './closing.queries.js';
import { OverrunsQueries } from './overruns.queries.js';
import { PrepareYearClosing } from './prepare-year-closing.js';
import { ProposeOverrun } from './propose-overrun.js';
import { SendBackYearClosing } from './send-back-year-closing.js';
import { SignOverrun } from './sign-overrun.js';
import { SignYearClosing } from './sign-year-closing.js';
import { WithdrawOverrun } from './withdraw-overrun.js';
import { WithdrawYearClosing } from './withdraw-year-closing.js';

/** What people do to the ledger itself: authorisations beyond the plan, and closings. */
@Controller()
export class ClosingController {
  constructor(
    private readonly overruns: OverrunsQueries,
    private readonly closings: ClosingQueries,
    private readonly proposal: ProposeOverrun,
    private readonly signature: SignOverrun,
    private readonly withdrawal: WithdrawOverrun,
    private readonly month: CloseMonth,
    private readonly preparation: PrepareYearClosing,
    private readonly closingSignature: SignYearClosing,
    private readonly closingReturn: SendBackYearClosing,
    private readonly closingWithdrawal: WithdrawYearClosing,
  ) {}

  @Handles(contract.listOverruns)
  listOverruns(@ActorParam() actor: Actor, @Input() { params }: InputOf<typeof contract.listOverruns>) {
    return this.overruns.list(actor, params.lineId);
  }

  @Handles(contract.proposeOverrun)
  proposeOverrun(@ActorParam() actor: Actor, @Input() input: InputOf<typeof contract.proposeOverrun>) {
    return this.proposal.execute(actor, input);
  }

  @Handles(contract.signOverrun)
  signOverrun(@ActorParam() actor: Actor, @Input() input: InputOf<typeof contract.signOverrun>) {
    return this.signature.execute(actor, input);
  }

  @Handles(contract.withdrawOverrun)
  withdrawOverrun(@ActorParam() actor: Actor, @Input() input: InputOf<typeof contract.withdrawOverrun>) {
    return this.withdrawal.execute(actor, input);
  }

  @Handles(contract.readYearClosing)
  readYearClosing(@ActorParam() actor: Actor, @Input() { params }: InputOf<typeof contract.readYearClosing>) {
    return this.closings.year(actor, params.year);
  }

  @Handles(contract.closeMonth)
  closeMonth(@ActorParam() actor: Actor, @Input() input: InputOf<typeof contract.closeMonth>) {
    return this.month.execute(actor, input);
  }

  @Handles(contract.prepareYearClosing)
  prepareYearClosing(@ActorParam() actor: Actor, @Input() input: InputOf<typeof contract.prepareYearClosing>) {
    return this.preparation.execute(actor, input);
  }

  @Handles(contract.signYearClosing)
  signYearClosing(@ActorParam() actor: Actor, @Input() input: InputOf<typeof contract.signYearClosing>) {
    return this.closingSignature.execute(actor, input);
  }

  @Handles(contract.sendBackYearClosing)
  sendBackYearClosing(@ActorParam() actor: Actor, @Input() input: InputOf<typeof contract.sendBackYearClosing>) {
    return this.closingReturn.execute(actor, input);
  }

  @Handles(contract.withdrawYearClosing)
  withdrawYearClosing(@ActorParam() actor: Actor, @Input() input: InputOf<typeof contract.withdrawYearClosing>) {
    return this.closingWithdrawal.execute(actor, input);
  }
}
