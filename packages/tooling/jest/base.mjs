import { repository } from '../repository.mjs';
import { swcOptions } from './swc-options.mjs';

/** The settings that every project shares: ES modules, compiled by swc, workspace packages read from their source. */
export function project(name, settings) {
  return {
    displayName: name,
    rootDir: repository,
    roots: ['<rootDir>/apps', '<rootDir>/packages'],
    testEnvironment: 'node',
    extensionsToTreatAsEsm: ['.ts', '.tsx'],
    moduleFileExtensions: ['js', 'mjs', 'cjs', 'ts', 'tsx', 'json', 'node'],
    transform: {
      '\\.ts$': ['@swc/jest', swcOptions()],
    },
    moduleNameMapper: {
      '^@commonlot/(domain|contracts)$': '<rootDir>/packages/$1/src/index.ts',
      '^(\\.{1,2}/.*)\\.js$': '$1',
    },
    modulePathIgnorePatterns: ['<rootDir>/(?:apps|packages)/[^/]+/(?:dist|build)/'],
    // Where tests share nothing their order must not matter; the seed that Jest prints repeats an order.
    randomize: true,
    ...settings,
  };
}
