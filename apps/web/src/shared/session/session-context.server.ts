import { access } from '@commonlot/contracts';
import { createContext, type MiddlewareFunction } from 'react-router';
import { serverApi } from '../api/api.server';
import { nobody, type Session } from './session';

interface KnownSession {
  readonly session: Session;
  /** The API did not answer: nobody is known to be signed in, and nobody is known not to be. */
  readonly isAway: boolean;
}

/** The session of this request, asked for once, by whichever loader needs it first. */
export const sessionContext = createContext<() => Promise<KnownSession>>(async () => ({
  session: nobody,
  isAway: true,
}));

export const sessionMiddleware: MiddlewareFunction<Response> = ({ request, context }) => {
  let asked: Promise<KnownSession> | undefined;
  context.set(sessionContext, () => {
    asked ??= readSession(request);
    return asked;
  });
};

/** Nobody, when the API is away: the frame of the page stands, and the page itself says what is wrong. */
async function readSession(request: Request): Promise<KnownSession> {
  const { answer } = await serverApi(request).attempt((api) => api(access.readSession));
  return { session: answer ?? nobody, isAway: answer === null };
}
