import { applicationNumber, callLifecycle } from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import { Ledger } from '../ledger/index.js';
import type { Tx } from '../platform/index.js';
import type { CallRow } from './call.entity.js';
import { CallRepository } from './call.repository.js';

/** What the modules to the right may ask of calls. */
@Injectable()
export class Calls {
  constructor(
    private readonly calls: CallRepository,
    private readonly ledger: Ledger,
  ) {}

  /** The call as it stands. Throws `record.missing`. */
  facts(tx: Tx, callId: string): Promise<CallRow> {
    return this.calls.find(tx, { id: callId });
  }

  /** The call that people quote as '2026-C01'. Throws `record.missing`. */
  byNumber(tx: Tx, number: string): Promise<CallRow> {
    return this.calls.find(tx, { number });
  }

  /** The number of the next application, '2026-C01-0042'. Numbers may have gaps, never doubles. */
  async takeApplicationNumber(tx: Tx, callId: string): Promise<string> {
    const { callNumber, sequence } = await this.calls.takeApplicationSequence(tx, callId);
    return applicationNumber(callNumber, sequence);
  }

  /** Ends a call when all is decided: what it still holds of its envelope goes back to the plan line. */
  async settle(tx: Tx, callId: string): Promise<void> {
    const call = await this.calls.lock(tx, callId);
    const state = callLifecycle.next(call.state, 'settle');
    await this.releaseReservation(tx, call);
    await this.calls.update(tx, call, { state });
    await tx.record({ type: 'call.settled', subjectId: call.id, before: { state: call.state }, after: { state } });
  }

  /** Gives back what is left of the reservation, if anything. */
  async releaseReservation(tx: Tx, call: Pick<CallRow, 'id' | 'lineId'>): Promise<void> {
    const amountCents = await this.ledger.reservedFor(tx, call.lineId, call.id);
    if (amountCents === 0) return;
    const subject = { subjectType: 'call', subjectId: call.id };
    await this.ledger.post(tx, { cause: 'release-reservation', lineId: call.lineId, amountCents, ...subject });
  }
}
