import type { FuzzRequest } from './fuzz-request.js';

/** A request that was once answered wrongly, with the seed that drew it: it is sent again in every run. */
interface Regression {
  readonly seed: number;
  readonly endpoint: string;
  readonly was: string;
  readonly request: FuzzRequest;
}

const tooLong = 'a head that is too long was refused in the words of the server and not as a problem';

export const regressions: readonly Regression[] = [
  {
    seed: 20_020_419,
    endpoint: 'register.readAward',
    was: tooLong,
    request: { as: 'target', params: { number: 'x'.repeat(20_000) }, query: {}, body: {} },
  },
  {
    seed: 20_020_419,
    endpoint: 'applications.listApplications',
    was: tooLong,
    request: { as: 'target', params: { callId: '«target»' }, query: { after: '🎺'.repeat(15_000) }, body: {} },
  },
];
