import { project } from './base.mjs';

export default project('contracts', { testMatch: ['<rootDir>/packages/contracts/src/**/*.test.ts'] });
