import { type LineKind, Problem, takesCalls } from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import { Plan } from '../plan/index.js';
import type { Tx } from '../platform/index.js';

/** The plan line that a call draws on. */
@Injectable()
export class LineOfCall {
  constructor(private readonly plan: Plan) {}

  /**
   * Sees to it that the line can carry a call. Throws `record.missing` for a line that no plan in force has, and
   * `call.line-unfit` for one whose money is not given by calls.
   */
  async requireFit(tx: Tx, lineId: string): Promise<void> {
    const { kind } = await this.plan.lineInForce(tx, lineId);
    if (!takesCalls(kind)) throw new Problem('call.line-unfit', { lineId, kind });
  }

  /** The kind of the line, or null when no plan in force has it (any more). */
  async kindInForce(tx: Tx, lineId: string): Promise<LineKind | null> {
    try {
      return (await this.plan.lineInForce(tx, lineId)).kind;
    } catch (error) {
      if (error instanceof Problem && error.code === 'record.missing') return null;
      throw error;
    }
  }
}
