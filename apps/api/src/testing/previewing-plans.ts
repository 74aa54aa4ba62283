import { plan as contract } from '@commonlot/contracts';
import { TestApi, type TestPerson } from './test-api.js';

/** The tests of a file that read plans: an API for the whole file, and files sent by somebody who drafts plans. */
export function previewingPlans(header: string) {
  let api: TestApi;
  let drafter: TestPerson;
  beforeAll(async () => {
    api = await TestApi.start();
    drafter = await api.person(['minister']);
  });
  afterAll(() => api.stop());
  const sending = (bytes: Buffer, name = 'plan.csv') => [{ query: { name } }, { as: drafter, bytes }] as const;
  return {
    api: () => api,
    drafter: () => drafter,
    csv: (...lines: string[]) => Buffer.from([header, ...lines].join('\r\n')),
    preview: (bytes: Buffer, name?: string) => api.ok(contract.previewPlanImport, ...sending(bytes, name)),
    refused: (bytes: Buffer, name?: string) => api.refused(contract.previewPlanImport, ...sending(bytes, name)),
  };
}
