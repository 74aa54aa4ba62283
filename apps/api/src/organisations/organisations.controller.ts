import { organisations as contract, type InputOf } from '@commonlot/contracts';
import { Controller } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { type Actor, ActorParam, Handles, Input, Reply } from '../platform/index.js';
import { CreateOrganisation } from './create-organisation.js';
import { OrganisationsQueries } from './organisations.queries.js';
import { SetMember } from './set-member.js';
import { UpdateOrganisation } from './update-organisation.js';

/** Organisations and the people who act for them. */
@Controller()
export class OrganisationsController {
  constructor(
    private readonly queries: OrganisationsQueries,
    private readonly createOrganisation: CreateOrganisation,
    private readonly updateOrganisation: UpdateOrganisation,
    private readonly setMemberUseCase: SetMember,
  ) {}

  @Handles(contract.listMunicipalities)
  listMunicipalities(@Reply() reply: FastifyReply) {
    // The same for everybody and changed by a migration only.
    reply.header('cache-control', 'public, max-age=3600');
    return this.queries.municipalities();
  }

  @Handles(contract.listOwnOrganisations)
  listOwn(@ActorParam() actor: Actor) {
    return this.queries.own(actor);
  }

  @Handles(contract.createOrganisation)
  create(@ActorParam() actor: Actor, @Input() input: InputOf<typeof contract.createOrganisation>) {
    return this.createOrganisation.execute(actor, input);
  }

  @Handles(contract.listOrganisations)
  list(@Input() input: InputOf<typeof contract.listOrganisations>) {
    return this.queries.list(input);
  }

  @Handles(contract.readOrganisation)
  read(@ActorParam() actor: Actor, @Input() input: InputOf<typeof contract.readOrganisation>) {
    return this.queries.read(actor, input);
  }

  @Handles(contract.updateOrganisation)
  update(@ActorParam() actor: Actor, @Input() input: InputOf<typeof contract.updateOrganisation>) {
    return this.updateOrganisation.execute(actor, input);
  }

  @Handles(contract.setMember)
  setMember(@ActorParam() actor: Actor, @Input() input: InputOf<typeof contract.setMember>) {
    return this.setMemberUseCase.execute(actor, input);
  }
}
