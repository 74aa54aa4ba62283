import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { AnswerOf, payments as contract } from '@commonlot/contracts';
import { brusselsDay } from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import { type Actor, receiveBytes, Transactions } from '../../platform/index.js';
import { BankStatementRepository } from './bank-statement.repository.js';
import { maximumBytes } from './read/faults.js';
import { readStatements } from './read/read-statements.js';

type Answer = AnswerOf<typeof contract.importBankStatements>;

/** Takes the statements of a file of the bank: all of them and once, or none. */
@Injectable()
export class ImportBankStatements {
  constructor(
    private readonly transactions: Transactions,
    private readonly statements: BankStatementRepository,
  ) {}

  async execute(actor: Actor, name: string, stream: Readable, contentLength: string | undefined): Promise<Answer> {
    const bytes = await receiveBytes(stream, contentLength, maximumBytes);
    const fileHash = createHash('sha256').update(bytes).digest('hex');
    return this.transactions.run(actor, async (tx) => {
      const read = readStatements(name, bytes, brusselsDay(tx.now));
      await this.statements.lock(tx);
      await this.statements.requireNew(tx, fileHash, read);
      const statementIds: string[] = [];
      for (const [index, statement] of read.entries()) {
        const statementId = await this.statements.insert(tx, statement, fileHash, index + 1);
        const entries = await this.statements.match(tx, statementId);
        const { fromOn, toOn, openingCents, closingCents } = statement;
        await tx.record({
          type: 'bank-statement.imported',
          subjectId: statementId,
          after: { fromOn, toOn, openingCents, closingCents, entryCount: entries.length },
        });
        statementIds.push(statementId);
      }
      return { statementIds };
    });
  }
}
