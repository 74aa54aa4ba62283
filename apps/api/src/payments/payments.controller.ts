import { payments as contract, type InputOf } from '@commonlot/contracts';
import { Controller } from '@nestjs/common';
import { type Actor, ActorParam, Handles, Input } from '../platform/index.js';
import { AdvancesQueries } from './advances.js';
import { ApprovePayment } from './approve-payment.js';
import { ConfirmPayment } from './confirm-payment.js';
import { PaymentsQueries } from './payments.queries.js';
import { PreparePayment } from './prepare-payment.js';
import { SendBackPayment } from './send-back-payment.js';

@Controller()
export class PaymentsController {
  constructor(
    private readonly queries: PaymentsQueries,
    private readonly advances: AdvancesQueries,
    private readonly preparePayment: PreparePayment,
    private readonly approvePayment: ApprovePayment,
    private readonly sendBackPayment: SendBackPayment,
    private readonly confirmPayment: ConfirmPayment,
  ) {}

  @Handles(contract.listPayments)
  list(@ActorParam() actor: Actor, @Input() { query }: InputOf<typeof contract.listPayments>) {
    return this.queries.list(actor, query);
  }

  @Handles(contract.listAdvances)
  listAdvances() {
    return this.advances.list();
  }

  @Handles(contract.preparePayment)
  prepare(@ActorParam() actor: Actor, @Input() input: InputOf<typeof contract.preparePayment>) {
    return this.preparePayment.execute(actor, input);
  }

  @Handles(contract.approvePayment)
  approve(@ActorParam() actor: Actor, @Input() input: InputOf<typeof contract.approvePayment>) {
    return this.approvePayment.execute(actor, input);
  }

  @Handles(contract.sendBackPayment)
  sendBack(@ActorParam() actor: Actor, @Input() input: InputOf<typeof contract.sendBackPayment>) {
    return this.sendBackPayment.execute(actor, input);
  }

  @Handles(contract.confirmPayment)
  confirm(@ActorParam() actor: Actor, @Input() input: InputOf<typeof contract.confirmPayment>) {
    return this.confirmPayment.execute(actor, input);
  }
}
