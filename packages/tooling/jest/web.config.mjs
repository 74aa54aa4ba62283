import { project } from './base.mjs';

export default project('web', {
  testMatch: ['<rootDir>/packages/ui/src/**/*.test.{ts,tsx}', '<rootDir>/apps/web/{src,server}/**/*.test.{ts,tsx,mjs}'],
  runner: '<rootDir>/packages/tooling/jest/native/runner.mjs',
  testEnvironment: '<rootDir>/packages/tooling/jest/native/window.mjs',
  setupFilesAfterEnv: ['<rootDir>/packages/tooling/jest/web-setup.mjs'],
  testTimeout: 15_000,
});
