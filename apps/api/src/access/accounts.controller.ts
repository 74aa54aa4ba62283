import { access as contract, type InputOf } from '@commonlot/contracts';
import { Controller } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { type Actor, ActorParam, Handles, Input, Reply } from '../platform/index.js';
import { ConfirmEmail } from './confirm-email.js';
import { RequestPasswordReset } from './request-password-reset.js';
import { ResetPassword } from './reset-password.js';
import { SavePreferences } from './save-preferences.js';
import { SessionCookie } from './session-cookie.js';
import { SignUp } from './sign-up.js';

/** Opening an account and looking after the own one. */
@Controller()
export class AccountsController {
  constructor(
    private readonly cookie: SessionCookie,
    private readonly signUpUseCase: SignUp,
    private readonly confirmEmail: ConfirmEmail,
    private readonly requestPasswordReset: RequestPasswordReset,
    private readonly resetPassword: ResetPassword,
    private readonly savePreferences: SavePreferences,
  ) {}

  @Handles(contract.signUp)
  signUp(@ActorParam() actor: Actor, @Input() input: InputOf<typeof contract.signUp>) {
    return this.signUpUseCase.execute(actor, input);
  }

  @Handles(contract.confirmEmail)
  async confirm(
    @ActorParam() actor: Actor,
    @Input() input: InputOf<typeof contract.confirmEmail>,
    @Reply() reply: FastifyReply,
  ) {
    return this.cookie.give(reply, await this.confirmEmail.execute(actor, input, this.cookie.device(reply)));
  }

  @Handles(contract.requestPasswordReset)
  requestReset(
    @ActorParam() actor: Actor,
    @Input() input: InputOf<typeof contract.requestPasswordReset>,
    @Reply() reply: FastifyReply,
  ) {
    return this.requestPasswordReset.execute(actor, input, this.cookie.deviceToken(reply));
  }

  @Handles(contract.resetPassword)
  async reset(
    @ActorParam() actor: Actor,
    @Input() input: InputOf<typeof contract.resetPassword>,
    @Reply() reply: FastifyReply,
  ) {
    return this.cookie.give(reply, await this.resetPassword.execute(actor, input, this.cookie.device(reply)));
  }

  @Handles(contract.savePreferences)
  save(@ActorParam() actor: Actor, @Input() input: InputOf<typeof contract.savePreferences>) {
    return this.savePreferences.execute(actor, input);
  }
}
