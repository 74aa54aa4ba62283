import { decisions as contract, type InputOf } from '@commonlot/contracts';
import { Controller } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { type Actor, ActorParam, Handles, Input, Reply, sendDownload } from '../platform/index.js';
import { BatchesQueries } from './batches.queries.js';
import { CreateBatch } from './create-batch.js';
import { DecisionQueries } from './decision.queries.js';
import { MoveBatch } from './move-batch.js';
import { ReadLetter } from './read-letter.js';
import { ReleaseBatch } from './release-batch.js';
import { SaveDecision } from './save-decision.js';
import { SignBatch } from './sign-batch.js';

@Controller()
export class DecisionsController {
  constructor(
    private readonly createBatch: CreateBatch,
    private readonly saveDecision: SaveDecision,
    private readonly moveBatch: MoveBatch,
    private readonly signBatch: SignBatch,
    private readonly releaseBatch: ReleaseBatch,
    private readonly readLetter: ReadLetter,
    private readonly batches: BatchesQueries,
    private readonly decisions: DecisionQueries,
  ) {}

  @Handles(contract.listBatches)
  list(@Input() input: InputOf<typeof contract.listBatches>) {
    return this.batches.list(input);
  }

  @Handles(contract.createBatch)
  create(@ActorParam() actor: Actor, @Input() input: InputOf<typeof contract.createBatch>) {
    return this.createBatch.execute(actor, input);
  }

  @Handles(contract.readBatch)
  readBatch(@ActorParam() actor: Actor, @Input() input: InputOf<typeof contract.readBatch>) {
    return this.batches.read(actor, input);
  }

  @Handles(contract.readDecision)
  readDecision(@ActorParam() actor: Actor, @Input() input: InputOf<typeof contract.readDecision>) {
    return this.decisions.read(actor, input);
  }

  @Handles(contract.saveDecision)
  save(@ActorParam() actor: Actor, @Input() input: InputOf<typeof contract.saveDecision>) {
    return this.saveDecision.execute(actor, input);
  }

  @Handles(contract.prepareBatch)
  prepare(@ActorParam() actor: Actor, @Input() input: InputOf<typeof contract.prepareBatch>) {
    return this.moveBatch.prepare(actor, input);
  }

  @Handles(contract.sendBackBatch)
  sendBack(@ActorParam() actor: Actor, @Input() input: InputOf<typeof contract.sendBackBatch>) {
    return this.moveBatch.sendBack(actor, input);
  }

  @Handles(contract.signBatch)
  sign(@ActorParam() actor: Actor, @Input() input: InputOf<typeof contract.signBatch>) {
    return this.signBatch.execute(actor, input);
  }

  @Handles(contract.releaseBatch)
  release(@ActorParam() actor: Actor, @Input() input: InputOf<typeof contract.releaseBatch>) {
    return this.releaseBatch.execute(actor, input);
  }

  @Handles(contract.readLetter)
  async letter(
    @ActorParam() actor: Actor,
    @Input() input: InputOf<typeof contract.readLetter>,
    @Reply() reply: FastifyReply,
  ) {
    return sendDownload(reply, await this.readLetter.execute(actor, input));
  }
}
