import { endpoints } from '@commonlot/contracts';
import type { TestApi } from '../test-api.js';
import type { Scenario } from './scenario.js';
import { scenariosOfAccess } from './scenarios-of-access.js';
import { scenariosOfApplications } from './scenarios-of-applications.js';
import { scenariosOfDecisions } from './scenarios-of-decisions.js';
import { scenariosOfPlan } from './scenarios-of-plan.js';

/** A world and the requests that change it: all those of some nouns. */
export interface ScenarioGroup {
  readonly nouns: readonly string[];
  build(api: TestApi): Promise<Scenario[]>;
}

/** Together they hold every request that changes anything. What is open must be built before the clock moves on. */
export const groups = {
  access: { nouns: ['access', 'organisations', 'workspace'], build: scenariosOfAccess },
  plan: { nouns: ['plan', 'ledger', 'calls'], build: scenariosOfPlan },
  applications: { nouns: ['applications', 'reviews'], build: scenariosOfApplications },
  decisions: { nouns: ['decisions', 'payments', 'register'], build: scenariosOfDecisions },
} as const satisfies Record<string, ScenarioGroup>;

/** The names of all endpoints that change something; of these nouns only, if they are given. */
export function changingEndpoints(nouns?: readonly string[]): string[] {
  return [...endpoints]
    .filter(([, { method }]) => method !== 'GET')
    .map(([name]) => name)
    .filter((name) => nouns?.includes(name.split('.')[0] ?? '') ?? true)
    .sort();
}
