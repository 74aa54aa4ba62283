import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { map, type Observable } from 'rxjs';
import { endpointOf } from './handles.js';

/**
 * The response passes through the contract's schema on its way out: a column that the contract does not name cannot
 * leak, and an answer that breaks the contract is a bug that shows at once.
 */
@Injectable()
export class EndpointInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const endpoint = endpointOf(context);
    if (endpoint === undefined || endpoint.answers === 'bytes') return next.handle();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    reply.header('cache-control', endpoint.path.startsWith('/register/') ? 'public, no-cache' : 'no-store');
    return next.handle().pipe(map((answer: unknown) => endpoint.response.parse(answer)));
  }
}
