import { project } from './base.mjs';

export default project('domain', { testMatch: ['<rootDir>/packages/domain/src/**/*.test.ts'] });
