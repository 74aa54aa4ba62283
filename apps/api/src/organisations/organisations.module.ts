import { Module } from '@nestjs/common';
import { AccountWarnings } from './account-warnings.js';
import { AddMember } from './add-member.js';
import { AnswerInvitation } from './answer-invitation.js';
import { BankAccountRepository } from './bank-account.repository.js';
import { BankAccountsController } from './bank-accounts.controller.js';
import { CreateOrganisation } from './create-organisation.js';
import { InvitationRepository } from './invitation.repository.js';
import { InvitationsController } from './invitations.controller.js';
import { JudgeBankAccount } from './judge-bank-account.js';
import { OrganisationRepository } from './organisation.repository.js';
import { OrganisationsController } from './organisations.controller.js';
import { Organisations } from './organisations.js';
import { OrganisationsQueries } from './organisations.queries.js';
import { ProposeBankAccount } from './propose-bank-account.js';
import { SetMember } from './set-member.js';
import { UpdateOrganisation } from './update-organisation.js';
import { WithdrawInvitation } from './withdraw-invitation.js';

/**
 * Who applies: organisations by their number in the Crossroads Bank for Enterprises, the people who act for them, and the
 * account that subsidies are paid to. The file belongs to the organisation, not to the person who typed it.
 * Promises: one organisation per number; never without a representative, also when two remove each other at once; an
 * account is verified by somebody who did not propose it, replaces the one before and is announced to all
 * representatives; account numbers are whole for representatives and controllers only.
 * Whoever is named as a member becomes one by accepting; that an address has an account is told to nobody.
 * Events: organisation.registered, changed, member-invited, invitation-declined, invitation-withdrawn, member-added,
 * member-set; bank-account.proposed, verified, refused, replaced.
 * The tables of municipalities and provinces are reference data of this module.
 */
@Module({
  controllers: [OrganisationsController, InvitationsController, BankAccountsController],
  providers: [
    AccountWarnings,
    AddMember,
    AnswerInvitation,
    BankAccountRepository,
    CreateOrganisation,
    InvitationRepository,
    JudgeBankAccount,
    OrganisationRepository,
    Organisations,
    OrganisationsQueries,
    ProposeBankAccount,
    SetMember,
    UpdateOrganisation,
    WithdrawInvitation,
  ],
  exports: [Organisations],
})
export class OrganisationsModule {}
