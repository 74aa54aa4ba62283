import type { Readable } from 'node:stream';
import { payments as contract, type InputOf } from '@commonlot/contracts';
import { Controller, Headers } from '@nestjs/common';
import { type Actor, ActorParam, Bytes, Handles, Input } from '../../platform/index.js';
import { BankStatementQueries } from './bank-statement.queries.js';
import { ConfirmBankStatement } from './confirm-bank-statement.js';
import { ExplainBankDifference } from './explain-bank-difference.js';
import { ImportBankStatements } from './import-bank-statements.js';

/** The endpoints of bank statements, one handler each. */
@Controller()
export class ReconciliationController {
  constructor(
    private readonly queries: BankStatementQueries,
    private readonly importStatements: ImportBankStatements,
    private readonly confirmStatement: ConfirmBankStatement,
    private readonly explainDifference: ExplainBankDifference,
  ) {}

  @Handles(contract.importBankStatements)
  import(
    @ActorParam() actor: Actor,
    @Input() { query }: InputOf<typeof contract.importBankStatements>,
    @Bytes() bytes: Readable,
    @Headers('content-length') contentLength: string | undefined,
  ) {
    return this.importStatements.execute(actor, query.name, bytes, contentLength);
  }

  @Handles(contract.listBankStatements)
  list(@Input() { query }: InputOf<typeof contract.listBankStatements>) {
    return this.queries.list(query);
  }

  @Handles(contract.readBankStatement)
  read(@ActorParam() actor: Actor, @Input() { params }: InputOf<typeof contract.readBankStatement>) {
    return this.queries.read(actor, params.statementId);
  }

  @Handles(contract.confirmBankStatement)
  confirm(@ActorParam() actor: Actor, @Input() input: InputOf<typeof contract.confirmBankStatement>) {
    return this.confirmStatement.execute(actor, input);
  }

  @Handles(contract.explainBankDifference)
  explain(@ActorParam() actor: Actor, @Input() input: InputOf<typeof contract.explainBankDifference>) {
    return this.explainDifference.execute(actor, input);
  }
}
