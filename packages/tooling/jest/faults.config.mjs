import { project } from './base.mjs';

export default project('faults', {
  runner: '<rootDir>/packages/tooling/jest/native/runner.mjs',
  testMatch: ['<rootDir>/apps/api/src/**/*.faults.ts'],
  // A test here is hundreds of requests, each of them cut somewhere else.
  testTimeout: 300_000,
  randomize: false,
});
