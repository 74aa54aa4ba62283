import { payments as contract, type InputOf } from '@commonlot/contracts';
import { Controller } from '@nestjs/common';
import { type Actor, ActorParam, Handles, Input } from '../platform/index.js';
import { AskRepayment } from './ask-repayment.js';
import { CloseReduction } from './close-reduction.js';
import { ConfirmReduction } from './confirm-reduction.js';
import { ProposeReduction } from './propose-reduction.js';
import { RecordReceipt } from './record-receipt.js';
import { ReturnsQueries } from './returns.queries.js';
import { WaiveRepayment } from './waive-repayment.js';

@Controller()
export class ReturnsController {
  constructor(
    private readonly queries: ReturnsQueries,
    private readonly proposeReduction: ProposeReduction,
    private readonly confirmReduction: ConfirmReduction,
    private readonly closeReduction: CloseReduction,
    private readonly askRepayment: AskRepayment,
    private readonly recordReceipt: RecordReceipt,
    private readonly waiveRepayment: WaiveRepayment,
  ) {}

  @Handles(contract.readAwardMoney)
  money(@ActorParam() actor: Actor, @Input() { params }: InputOf<typeof contract.readAwardMoney>) {
    return this.queries.money(actor, params.decisionId);
  }

  @Handles(contract.listReturnsOfOrganisation)
  own(@ActorParam() actor: Actor, @Input() input: InputOf<typeof contract.listReturnsOfOrganisation>) {
    return this.queries.ofOrganisation(actor, input);
  }

  @Handles(contract.proposeReduction)
  propose(@ActorParam() actor: Actor, @Input() input: InputOf<typeof contract.proposeReduction>) {
    return this.proposeReduction.execute(actor, input);
  }

  @Handles(contract.withdrawReduction)
  withdraw(@ActorParam() actor: Actor, @Input() input: InputOf<typeof contract.withdrawReduction>) {
    return this.closeReduction.withdraw(actor, input);
  }

  @Handles(contract.confirmReduction)
  confirm(@ActorParam() actor: Actor, @Input() input: InputOf<typeof contract.confirmReduction>) {
    return this.confirmReduction.execute(actor, input);
  }

  @Handles(contract.refuseReduction)
  refuse(@ActorParam() actor: Actor, @Input() input: InputOf<typeof contract.refuseReduction>) {
    return this.closeReduction.refuse(actor, input);
  }

  @Handles(contract.askRepayment)
  ask(@ActorParam() actor: Actor, @Input() input: InputOf<typeof contract.askRepayment>) {
    return this.askRepayment.execute(actor, input);
  }

  @Handles(contract.recordReceipt)
  receive(@ActorParam() actor: Actor, @Input() input: InputOf<typeof contract.recordReceipt>) {
    return this.recordReceipt.execute(actor, input);
  }

  @Handles(contract.waiveRepayment)
  waive(@ActorParam() actor: Actor, @Input() input: InputOf<typeof contract.waiveRepayment>) {
    return this.waiveRepayment.execute(actor, input);
  }
}
