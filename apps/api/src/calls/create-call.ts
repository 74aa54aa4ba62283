import type { calls, InputOf, ResponseOf } from '@commonlot/contracts';
import { brusselsDay, callLifecycle, callNumber, type LocalisedText, yearOf } from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import { type Actor, newId, Transactions } from '../platform/index.js';
import { CallRepository } from './call.repository.js';
import { LineOfCall } from './line-of-call.js';
import { startingCriteria } from './starting-criteria.js';
import { startingForm } from './starting-form.js';

type Contract = typeof calls.createCall;

const blank: LocalisedText = { nl: '', fr: '', de: '', en: '' };

/** Begins a call with a form and criteria that could be published as they are. */
@Injectable()
export class CreateCall {
  constructor(
    private readonly transactions: Transactions,
    private readonly calls: CallRepository,
    private readonly lines: LineOfCall,
  ) {}

  execute(actor: Actor, { body }: InputOf<Contract>): Promise<ResponseOf<Contract>> {
    return this.transactions.run(actor, async (tx) => {
      await this.lines.requireFit(tx, body.lineId);
      const year = yearOf(brusselsDay(tx.now));
      const number = callNumber(year, await this.calls.nextSequence(tx, year));
      const id = newId();
      await this.calls.insert(tx, {
        id,
        number,
        lineId: body.lineId,
        state: callLifecycle.initial,
        title: body.title,
        summary: blank,
        description: blank,
        eligibility: blank,
        criteria: startingCriteria,
        form: startingForm,
        draftedBy: actor.personId ?? undefined,
        createdAt: tx.now,
        cancellationReason: '',
        lastApplicationNumber: 0,
        revision: 0,
      });
      await tx.record({ type: 'call.created', subjectId: id, after: { number, lineId: body.lineId } });
      return { id, revision: 0 };
    });
  }
}
