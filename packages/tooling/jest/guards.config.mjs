import { project } from './base.mjs';

export default project('guards', { testMatch: ['<rootDir>/packages/tooling/guards/*.test.mjs'] });
