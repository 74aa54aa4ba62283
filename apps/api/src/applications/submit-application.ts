import { createHash } from 'node:crypto';
import type { AnswerOf, applications, InputOf } from '@commonlot/contracts';
import { inLanguage, Problem, receiptContent, submissionBlockers, submit } from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import { personOf } from '../access/index.js';
import { Calls } from '../calls/index.js';
import { Organisations } from '../organisations/index.js';
import { type Actor, MailWriter, Transactions, type Tx } from '../platform/index.js';
import type { ApplicationRow } from './application.entity.js';
import { ApplicationRepository } from './application.repository.js';
import { receiptMail } from './mails.js';
import { requireReleased } from './own-state.js';
import { judgedAnswers, refuseBlocked, submissionFactsOf } from './submission-material.js';

type Contract = typeof applications.submitApplication;

/**
 * Sends an application: from here on it is what is judged. The receipt names its number, the instant of the database
 * and the hash of all that was sent; it goes to everybody who represents the organisation.
 */
@Injectable()
export class SubmitApplication {
  constructor(
    private readonly transactions: Transactions,
    private readonly applications: ApplicationRepository,
    private readonly calls: Calls,
    private readonly organisations: Organisations,
    private readonly mails: MailWriter,
  ) {}

  execute(actor: Actor, { params, body }: InputOf<Contract>): Promise<AnswerOf<Contract>> {
    return this.transactions.run(actor, async (tx) => {
      const application = await this.applications.lockOwn(tx, params.applicationId, 'represent');
      requireReleased(application, 'draft', 'submit');
      if (application.revision !== body.revision) throw new Problem('record.stale', { revision: application.revision });
      const call = await this.calls.facts(tx, application.callId);
      const organisation = await this.organisations.facts(tx, application.organisationId);
      const material = await this.applications.material(tx, application.id);

      const answers = judgedAnswers(call.form, application.answers, material);
      const facts = { ...application, answers, hasDeclared: body.declaresTruth, legalFormCode: organisation.legalForm };
      const callFacts = submissionFactsOf(call);
      refuseBlocked(submissionBlockers(facts, callFacts, tx.now));
      const change = submit(facts, callFacts, tx.now);

      const sentContent = receiptContent({
        applicationNumber: application.number,
        callNumber: call.number,
        organisationName: organisation.name,
        enterpriseNumber: organisation.enterpriseNumber,
        language: application.fileLanguage,
        submittedAt: change.submittedAt,
        submittedById: personOf(tx.actor),
        formRevision: call.revision,
        answers,
        files: material.attachments.map(({ fileId, name, sha256 }) => ({ id: fileId, name, sha256 })),
      });
      const contentHash = createHash('sha256').update(sentContent).digest('hex');
      const sent = { ...change, answers, submittedBy: personOf(tx.actor), contentHash, sentContent };
      const revision = await this.applications.update(tx, application, sent);
      await tx.record({
        type: 'application.submitted',
        subjectId: application.id,
        before: { state: application.state },
        after: { state: change.state, contentHash, requestedCents: change.requestedCents, callId: call.id },
      });
      const callTitle = inLanguage(call.title, application.fileLanguage).text;
      await this.mailReceipt(tx, application, { callTitle, contentHash, organisationName: organisation.name });
      return { number: application.number, submittedAt: change.submittedAt, contentHash, revision };
    });
  }

  /** In the language of the file. Whoever sends is a representative, and so among those who get it. */
  private async mailReceipt(
    tx: Tx,
    application: ApplicationRow,
    data: { callTitle: string; contentHash: string; organisationName: string },
  ): Promise<void> {
    const language = application.fileLanguage;
    const link = this.mails.link(`/${language}/work/applications/${application.id}`);
    const words = receiptMail(language, { ...application, ...data, submittedAt: tx.now, link });
    for (const person of await this.organisations.representatives(tx, application.organisationId)) {
      await tx.mail({
        personId: person.personId,
        to: person.email,
        language,
        ...words,
        dedupeKey: `application.submitted:${application.id}:${person.personId}`,
        about: { type: 'application', id: application.id },
      });
    }
  }
}
