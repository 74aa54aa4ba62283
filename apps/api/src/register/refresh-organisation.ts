import { Injectable } from '@nestjs/common';
import { type Job, systemActor, Transactions } from '../platform/index.js';
import { AwardProjection } from './award.projection.js';

/** Shows an organisation and all its awards as they are now: a new name or place stands on each of them. */
@Injectable()
export class RefreshOrganisation implements Job {
  readonly name = 'refresh-organisation';

  constructor(
    private readonly transactions: Transactions,
    private readonly projection: AwardProjection,
  ) {}

  async run(organisationId: string): Promise<void> {
    await this.transactions.run(systemActor, (tx) => this.projection.project(tx, organisationId, null));
  }
}
