import { type AnswerOf, calls as contract, type InputOf } from '@commonlot/contracts';
import { Controller } from '@nestjs/common';
import { type Actor, ActorParam, Handles, Input } from '../platform/index.js';
import { CallsQueries } from './calls.queries.js';
import { CancelCall } from './cancel-call.js';
import { CreateCall } from './create-call.js';
import { DiscardCall } from './discard-call.js';
import { PublishCall } from './publish-call.js';
import { SaveCall } from './save-call.js';

@Controller()
export class CallsController {
  constructor(
    private readonly queries: CallsQueries,
    private readonly createCall: CreateCall,
    private readonly saveCall: SaveCall,
    private readonly publishCall: PublishCall,
    private readonly discardCall: DiscardCall,
    private readonly cancelCall: CancelCall,
  ) {}

  @Handles(contract.listCalls)
  list(@Input() { query }: InputOf<typeof contract.listCalls>): Promise<AnswerOf<typeof contract.listCalls>> {
    return this.queries.list(query);
  }

  @Handles(contract.readCall)
  read(@Input() { params }: InputOf<typeof contract.readCall>): Promise<AnswerOf<typeof contract.readCall>> {
    return this.queries.read(params.callId);
  }

  @Handles(contract.createCall)
  create(@ActorParam() actor: Actor, @Input() input: InputOf<typeof contract.createCall>) {
    return this.createCall.execute(actor, input);
  }

  @Handles(contract.saveCall)
  save(@ActorParam() actor: Actor, @Input() input: InputOf<typeof contract.saveCall>) {
    return this.saveCall.execute(actor, input);
  }

  @Handles(contract.publishCall)
  publish(@ActorParam() actor: Actor, @Input() input: InputOf<typeof contract.publishCall>) {
    return this.publishCall.execute(actor, input);
  }

  @Handles(contract.discardCall)
  discard(@ActorParam() actor: Actor, @Input() input: InputOf<typeof contract.discardCall>) {
    return this.discardCall.execute(actor, input);
  }

  @Handles(contract.cancelCall)
  cancel(@ActorParam() actor: Actor, @Input() input: InputOf<typeof contract.cancelCall>) {
    return this.cancelCall.execute(actor, input);
  }
}
