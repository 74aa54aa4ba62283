import { project } from './base.mjs';

export default project('web', {
  testMatch: ['<rootDir>/packages/ui/src/**/*.test.{ts,tsx}', '<rootDir>/apps/web/{src,server}/**/*.test.{ts,tsx,mjs}'],
  testEnvironment: '<rootDir>/packages/tooling/jest/browser-environment.mjs',
  setupFilesAfterEnv: ['<rootDir>/packages/tooling/jest/web-setup.mjs'],
  testTimeout: 15_000,
});
