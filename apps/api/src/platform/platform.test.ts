import { platform } from '@commonlot/contracts';
import { TestApi } from '../testing/test-api.js';

let api: TestApi;
beforeAll(async () => {
  api = await TestApi.start();
});
afterAll(() => api.stop());

it('answers that it is alive and ready', async () => {
  expect(await api.ok(platform.readLiveness)).toEqual({ status: 'up' });
  expect(await api.ok(platform.readReadiness)).toEqual({ status: 'up' });
});

it('describes every endpoint in OpenAPI', async () => {
  const document = await api.ok(platform.readOpenApi);
  expect(document['openapi']).toBe('3.1.0');
  expect(Object.keys(document['paths'] as object)).toContain('/applications/{applicationId}/submission');
});
