import { organisations as contract, type InputOf } from '@commonlot/contracts';
import { Controller } from '@nestjs/common';
import { type Actor, ActorParam, Handles, Input } from '../platform/index.js';
import { AddMember } from './add-member.js';
import { AnswerInvitation } from './answer-invitation.js';
import { OrganisationsQueries } from './organisations.queries.js';
import { WithdrawInvitation } from './withdraw-invitation.js';

/** How somebody becomes a member: named by a representative, and by the own answer. */
@Controller()
export class InvitationsController {
  constructor(
    private readonly queries: OrganisationsQueries,
    private readonly addMemberUseCase: AddMember,
    private readonly withdrawInvitation: WithdrawInvitation,
    private readonly answerInvitation: AnswerInvitation,
  ) {}

  @Handles(contract.addMember)
  addMember(@ActorParam() actor: Actor, @Input() input: InputOf<typeof contract.addMember>) {
    return this.addMemberUseCase.execute(actor, input);
  }

  @Handles(contract.withdrawInvitation)
  withdraw(@ActorParam() actor: Actor, @Input() input: InputOf<typeof contract.withdrawInvitation>) {
    return this.withdrawInvitation.execute(actor, input);
  }

  @Handles(contract.listOwnInvitations)
  listOwn(@ActorParam() actor: Actor) {
    return this.queries.ownInvitations(actor);
  }

  @Handles(contract.answerInvitation)
  answer(@ActorParam() actor: Actor, @Input() input: InputOf<typeof contract.answerInvitation>) {
    return this.answerInvitation.execute(actor, input);
  }
}
