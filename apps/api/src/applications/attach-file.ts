import type { Readable } from 'node:stream';
import type { AnswerOf, applications, InputOf } from '@commonlot/contracts';
import { Problem, questionsOf } from '@commonlot/domain';
import { Injectable } from '@nestjs/common';
import { Calls } from '../calls/index.js';
import { type Actor, Files, type ReceivedFile, Transactions, type Tx } from '../platform/index.js';
import { ApplicationRepository } from './application.repository.js';
import { requireReleased } from './own-state.js';

type Contract = typeof applications.attachFile;
type Input = InputOf<Contract>;

/** Where the form sets no number of files. */
const usualMaxFiles = 20;

/**
 * Attaches a file. The bytes come in between two transactions: whether there is room is asked before, so that nobody
 * sends megabytes in vain, and again under the lock after, because much may have happened meanwhile.
 */
@Injectable()
export class AttachFile {
  constructor(
    private readonly transactions: Transactions,
    private readonly applications: ApplicationRepository,
    private readonly calls: Calls,
    private readonly files: Files,
  ) {}

  /** `contentLength` is the header: what the sender means to send, in bytes. */
  async execute(
    actor: Actor,
    input: Input,
    stream: Readable,
    contentLength: string | undefined,
  ): Promise<AnswerOf<Contract>> {
    await this.transactions.run(actor, (tx) => this.nextPosition(tx, input));
    const expectedBytes = contentLength === undefined ? null : Number(contentLength);
    const file = await this.files.receive(stream, input.query.name, expectedBytes);
    try {
      return await this.transactions.run(actor, (tx) => this.attach(tx, input, file));
    } catch (error) {
      if (isRefusal(error)) await this.files.discard(file.id);
      throw error;
    }
  }

  private async attach(tx: Tx, input: Input, file: ReceivedFile): Promise<AnswerOf<Contract>> {
    const position = await this.nextPosition(tx, input);
    const { applicationId } = input.params;
    const { questionId } = input.query;
    await this.files.keep(tx, file);
    await tx.query(
      'INSERT INTO application_file (application_id, file_id, question_id, position) VALUES ($1, $2, $3, $4)',
      [applicationId, file.id, questionId, position],
    );
    await tx.record({
      type: 'application.file-attached',
      subjectId: applicationId,
      after: { fileId: file.id, questionId, sha256: file.sha256 },
    });
    const { id: fileId, ...described } = file;
    return { fileId, questionId, ...described, uploadedAt: tx.now };
  }

  /**
   * The place of the next file of the question. Throws `record.missing` when the form has no such question and
   * `file.too-many` when all places are taken.
   */
  private async nextPosition(tx: Tx, { params, query }: Input): Promise<number> {
    const application = await this.applications.lockOwn(tx, params.applicationId, 'edit');
    requireReleased(application, 'draft', 'attach');
    const { form } = await this.calls.facts(tx, application.callId);
    const question = questionsOf(form).find(({ id, type }) => id === query.questionId && type === 'files');
    if (question === undefined) throw new Problem('record.missing');
    const [row] = await tx.query<{ taken: number; next: number }>(
      `SELECT (count(*) FILTER (WHERE removed_at IS NULL))::int AS taken, coalesce(max(position), 0) + 1 AS next
       FROM application_file WHERE application_id = $1 AND question_id = $2`,
      [application.id, question.id],
    );
    const maximum = question.maxFiles ?? usualMaxFiles;
    if ((row?.taken ?? 0) >= maximum) throw new Problem('file.too-many', { maximum });
    return row?.next ?? 1;
  }
}

/**
 * Nothing was committed for sure. Where the connection ended with the commit under way, nobody can tell: the row may be
 * there and must keep its bytes. Bytes that have no row are swept a day later.
 */
const isRefusal = (error: unknown): boolean => error instanceof Problem && error.code !== 'service.unavailable';
