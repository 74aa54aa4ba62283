import { access as contract, type InputOf } from '@commonlot/contracts';
import { Controller } from '@nestjs/common';
import { type Actor, ActorParam, Handles, Input } from '../platform/index.js';
import { AccessQueries } from './access.queries.js';
import { SetRoles } from './set-roles.js';
import { SetSuspension } from './set-suspension.js';

/** The accounts of others, for the administrator. */
@Controller()
export class PeopleController {
  constructor(
    private readonly queries: AccessQueries,
    private readonly setRolesUseCase: SetRoles,
    private readonly setSuspensionUseCase: SetSuspension,
  ) {}

  @Handles(contract.listPeople)
  list(@Input() input: InputOf<typeof contract.listPeople>) {
    return this.queries.people(input);
  }

  @Handles(contract.setRoles)
  setRoles(@ActorParam() actor: Actor, @Input() input: InputOf<typeof contract.setRoles>) {
    return this.setRolesUseCase.execute(actor, input);
  }

  @Handles(contract.setSuspension)
  setSuspension(@ActorParam() actor: Actor, @Input() input: InputOf<typeof contract.setSuspension>) {
    return this.setSuspensionUseCase.execute(actor, input);
  }
}
