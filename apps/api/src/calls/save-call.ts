import type { calls, InputOf, ResponseOf } from '@commonlot/contracts';
import { brusselsInstant, callBlockers, type LocalDate, Problem } from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import { type Actor, Transactions } from '../platform/index.js';
import { CallRepository } from './call.repository.js';
import { LineOfCall } from './line-of-call.js';
import { publicationFacts } from './publication-facts.js';

type Contract = typeof calls.saveCall;

/** The customary hours: filled in while only the day was chosen, so that the day is not lost. */
const customaryHour = { opensOn: '09:00', closesOn: '12:00' } as const;

/** Saves the draft of a call, complete or not. Only the answer says what keeps it from being published. */
@Injectable()
export class SaveCall {
  constructor(
    private readonly transactions: Transactions,
    private readonly calls: CallRepository,
    private readonly lines: LineOfCall,
  ) {}

  execute(actor: Actor, { params, body }: InputOf<Contract>): Promise<ResponseOf<Contract>> {
    return this.transactions.run(actor, async (tx) => {
      const call = await this.calls.lock(tx, params.callId, body.revision);
      if (call.state !== 'draft') throw new Problem('lifecycle.not-allowed', { state: call.state, action: 'save' });
      if (body.lineId !== call.lineId) await this.lines.requireFit(tx, body.lineId);

      const { revision: _, opensOn, opensAtClock, closesOn, closesAtClock, ...content } = body;
      const change = {
        ...content,
        opensAt: instantOf('opensOn', opensOn, opensAtClock),
        closesAt: instantOf('closesOn', closesOn, closesAtClock),
      };
      const revision = await this.calls.update(tx, call, change);
      await tx.record({ type: 'call.saved', subjectId: call.id, after: { revision } });
      const lineKind = await this.lines.kindInForce(tx, body.lineId);
      return { revision, blockers: callBlockers(publicationFacts({ ...call, ...change }, lineKind)) };
    });
  }
}

/** The instant that is meant. Throws `time.skipped` and `time.ambiguous` with the field, so that the form can show it. */
function instantOf(field: 'opensOn' | 'closesOn', on: LocalDate | null, clock: string | null): Date | null {
  if (on === null) return null;
  try {
    return brusselsInstant(on, clock ?? customaryHour[field]);
  } catch (error) {
    if (error instanceof Problem) throw new Problem(error.code, { ...error.details, field });
    throw error;
  }
}
