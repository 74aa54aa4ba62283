import type { decisions as contract, InputOf, ResponseOf } from '@commonlot/contracts';
import { lineFitsOrganisation, Problem } from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import { Organisations } from '../organisations/index.js';
import { Plan } from '../plan/index.js';
import { type Actor, newId, Transactions, type Tx } from '../platform/index.js';
import { DirectFileRepository } from './direct-file.repository.js';

type Create = typeof contract.createDirectFile;
type Save = typeof contract.saveDirectFile;
type Fields = InputOf<Create>['body'];

/** Begins a direct file, and changes it while it is a draft. */
@Injectable()
export class SaveDirectFile {
  constructor(
    private readonly transactions: Transactions,
    private readonly plan: Plan,
    private readonly organisations: Organisations,
    private readonly files: DirectFileRepository,
  ) {}

  create(actor: Actor, { body }: InputOf<Create>): Promise<ResponseOf<Create>> {
    return this.transactions.run(actor, async (tx) => {
      const line = await this.checkFields(tx, body);
      const row = {
        ...body,
        id: newId(),
        number: await this.files.nextNumber(tx, line.year),
        state: 'draft' as const,
        preparedBy: actor.personId ?? '',
        createdAt: tx.now,
        revision: 0,
      };
      await this.files.insert(tx, row);
      await tx.record({ type: 'direct-file.created', subjectId: row.id, after: marks(body) });
      return { id: row.id, revision: row.revision };
    });
  }

  save(actor: Actor, { params, body: { revision, ...fields } }: InputOf<Save>): Promise<ResponseOf<Save>> {
    return this.transactions.run(actor, async (tx) => {
      const row = await this.files.lock(tx, params.directFileId, revision);
      if (row.state !== 'draft') throw new Problem('lifecycle.not-allowed', { state: row.state, action: 'save' });
      await this.checkFields(tx, fields);
      const next = await this.files.update(tx, row, fields);
      await tx.record({ type: 'direct-file.saved', subjectId: row.id, before: marks(row), after: marks(fields) });
      return { revision: next };
    });
  }

  /** The line takes direct files and names nobody else; an amount is asked. Returns the line as the plan has it. */
  private async checkFields(tx: Tx, fields: Fields) {
    const line = await this.plan.lineInForce(tx, fields.lineId);
    const { enterpriseNumber } = await this.organisations.facts(tx, fields.organisationId);
    await this.organisations.requireOutsider(tx, [fields.organisationId]);
    if (!lineFitsOrganisation(line, enterpriseNumber))
      throw new Problem('direct-file.line-unfit', { lineCode: line.code });
    if (fields.requestedCents === 0) throw new Problem('direct-file.incomplete', { blockers: ['amount-missing'] });
    return line;
  }
}

/** What the journal keeps of a file: whom, from where and how much. */
const marks = ({
  lineId,
  organisationId,
  requestedCents,
}: Pick<Fields, 'lineId' | 'organisationId' | 'requestedCents'>) => ({
  lineId,
  organisationId,
  requestedCents,
});
