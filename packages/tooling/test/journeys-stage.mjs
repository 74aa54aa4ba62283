import { globSync } from 'node:fs';
import { freePort } from '../ports.mjs';
import { repository } from '../repository.mjs';
import { seed, startServices, startWeb, systemEnvironment } from '../run/system.mjs';
import { runNodeTests } from './node-test-stage.mjs';

/** The journeys of a browser through the whole system, which is started with the demonstration data for them. */
export function journeysStage(name, glob) {
  return {
    name,
    needs: ['build'],
    takesPattern: true,
    run: async ({ pattern, database }) => {
      const files = globSync(glob, { cwd: repository }).filter((file) => !pattern || file.includes(pattern));
      if (files.length === 0) return { passed: 0, failed: 0, output: '' };
      const { clone, dataDir } = await database();
      const env = await systemEnvironment({
        databaseUrl: await clone('commonlot_journeys'),
        dataDir,
        port: await freePort(),
        mode: 'demonstration',
      });
      await seed(env);
      await startServices(env);
      await startWeb(env);
      // Three on two cores, because the journey of the call mostly waits for a minute of the clock.
      return runNodeTests(files, { ...env, COMMONLOT_URL: env.PUBLIC_URL }, { filesAtOnce: 3 });
    },
  };
}
