import { Problem } from '@commonlot/domain';
import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { translateDatabaseError } from '../database-errors.js';
import { Log } from '../log.js';
import { answerProblem, problemOf } from './problem-answer.js';

/** Every refusal as problem+json; a bug answers 500, is logged with its stack and tells nothing. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly log: Log) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    answerProblem(reply, this.problemOf(error, host.switchToHttp().getRequest<FastifyRequest>()));
  }

  private problemOf(thrown: unknown, request: FastifyRequest): Problem | null {
    const error = translateDatabaseError(thrown);
    const problem = error instanceof Problem ? error : problemOf(statusOf(error));
    const route = request.routeOptions.url ?? '';
    if (problem === null) this.log.error('bug', { method: request.method, route, error });
    else if (attempts.includes(problem.code)) {
      this.log.info('request.refused', { code: problem.code, method: request.method, route });
    }
    return problem;
  }
}

/** Nobody runs into these by the pages: each is worth a line of its own, also where the request gets none. */
const attempts: readonly string[] = ['request.cross-site', 'request.too-many'];

const statusOf = (error: unknown): number | undefined =>
  error instanceof HttpException ? error.getStatus() : (error as { statusCode?: number } | null)?.statusCode;
