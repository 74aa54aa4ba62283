import { type AnswerOf, ledger as contract, type InputOf } from '@commonlot/contracts';
import { Controller } from '@nestjs/common';
import { Handles, Input } from '../platform/index.js';
import { LedgerQueries } from './ledger.queries.js';
import { StatementsQueries } from './statements.queries.js';

/** Reads of the ledger; nothing is written here, money moves by decisions of other modules. */
@Controller()
export class LedgerController {
  constructor(
    private readonly queries: LedgerQueries,
    private readonly statements: StatementsQueries,
  ) {}

  @Handles(contract.readLineFigures)
  figures(
    @Input() { params }: InputOf<typeof contract.readLineFigures>,
  ): Promise<AnswerOf<typeof contract.readLineFigures>> {
    return this.queries.figures(params.lineId);
  }

  @Handles(contract.listLineEntries)
  entries(
    @Input() { params, query }: InputOf<typeof contract.listLineEntries>,
  ): Promise<AnswerOf<typeof contract.listLineEntries>> {
    return this.queries.entries(params.lineId, query);
  }

  @Handles(contract.readLineStatement)
  lineStatement(@Input() { params, query }: InputOf<typeof contract.readLineStatement>) {
    return this.statements.line(params.lineId, query.on);
  }

  @Handles(contract.readYearStatement)
  yearStatement(@Input() { params, query }: InputOf<typeof contract.readYearStatement>) {
    return this.statements.year(params.year, query.on);
  }
}
