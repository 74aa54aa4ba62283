import { access as contract, type InputOf } from '@commonlot/contracts';
import { Controller } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { type Actor, ActorParam, Handles, Input, Reply } from '../platform/index.js';
import { AccessQueries } from './access.queries.js';
import { RevokeSession } from './revoke-session.js';
import { SessionCookie } from './session-cookie.js';
import { SignIn } from './sign-in.js';
import { SignInAsPersona } from './sign-in-as-persona.js';
import { SignOut } from './sign-out.js';

/** Signing in and out, and the open sessions. */
@Controller()
export class SessionsController {
  constructor(
    private readonly cookie: SessionCookie,
    private readonly queries: AccessQueries,
    private readonly signInUseCase: SignIn,
    private readonly signInAsPersona: SignInAsPersona,
    private readonly signOutUseCase: SignOut,
    private readonly revokeSession: RevokeSession,
  ) {}

  @Handles(contract.readSession)
  read(@ActorParam() actor: Actor) {
    return this.queries.session(actor);
  }

  @Handles(contract.signIn)
  async signIn(
    @ActorParam() actor: Actor,
    @Input() input: InputOf<typeof contract.signIn>,
    @Reply() reply: FastifyReply,
  ) {
    const { cookie } = this;
    const session = await this.signInUseCase.execute(actor, input, cookie.device(reply), cookie.deviceToken(reply));
    return cookie.give(reply, session);
  }

  @Handles(contract.signOut)
  signOut(@ActorParam() actor: Actor, @Reply() reply: FastifyReply) {
    this.cookie.take(reply);
    return this.signOutUseCase.execute(actor);
  }

  @Handles(contract.listSessions)
  list(@ActorParam() actor: Actor) {
    return this.queries.sessions(actor);
  }

  @Handles(contract.revokeSession)
  revoke(@ActorParam() actor: Actor, @Input() input: InputOf<typeof contract.revokeSession>) {
    return this.revokeSession.execute(actor, input);
  }

  @Handles(contract.listPersonas)
  listPersonas() {
    return this.queries.personas();
  }

  @Handles(contract.signInAsPersona)
  async becomePersona(
    @ActorParam() actor: Actor,
    @Input() input: InputOf<typeof contract.signInAsPersona>,
    @Reply() reply: FastifyReply,
  ) {
    return this.cookie.give(reply, await this.signInAsPersona.execute(actor, input, this.cookie.device(reply)));
  }
}
