import { Global, Module } from '@nestjs/common';
import { Authenticator } from '../platform/index.js';
import { AccessQueries } from './access.queries.js';
import { AccessLimits } from './access-limits.js';
import { AccessMails } from './access-mails.js';
import { AccountsController } from './accounts.controller.js';
import { ConfirmEmail } from './confirm-email.js';
import { OneTimeLinks } from './one-time-links.js';
import { Passwords } from './passwords.js';
import { PeopleController } from './people.controller.js';
import { PersonRepository } from './person.repository.js';
import { RequestPasswordReset } from './request-password-reset.js';
import { ResetPassword } from './reset-password.js';
import { RevokeSession } from './revoke-session.js';
import { SavePreferences } from './save-preferences.js';
import { SessionAuthenticator } from './session.authenticator.js';
import { SessionCookie } from './session-cookie.js';
import { SessionsController } from './sessions.controller.js';
import { Sessions } from './sessions.js';
import { SetRoles } from './set-roles.js';
import { SetSuspension } from './set-suspension.js';
import { SignIn } from './sign-in.js';
import { SignInAsPersona } from './sign-in-as-persona.js';
import { SignOut } from './sign-out.js';
import { SignUp } from './sign-up.js';

/**
 * Who somebody is and what their roles allow: accounts, sessions, roles. The rest of the system sees an Actor.
 * How a person proves who they are is decided before `Sessions.open`: SignIn does it by e-mail and password; OpenID
 * Connect would be another use case beside it that ends in the same call. Nothing else opens a session.
 * Promises: a token is stored as its hash only; a session that ended, a role that was taken and a suspension take effect
 * with the next request; nobody learns from an answer, or from the time it takes, whether an address is known; a link
 * works once; nobody changes the own roles.
 * Events: person.signed-up, confirmed, password-reset, preferences-saved, roles-set, suspended, restored.
 */
@Global()
@Module({
  controllers: [SessionsController, AccountsController, PeopleController],
  providers: [
    { provide: Authenticator, useClass: SessionAuthenticator },
    AccessLimits,
    AccessMails,
    AccessQueries,
    ConfirmEmail,
    OneTimeLinks,
    Passwords,
    PersonRepository,
    RequestPasswordReset,
    ResetPassword,
    RevokeSession,
    SavePreferences,
    SessionCookie,
    Sessions,
    SetRoles,
    SetSuspension,
    SignIn,
    SignInAsPersona,
    SignOut,
    SignUp,
  ],
  exports: [Authenticator],
})
export class AccessModule {}
