import { readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { Stryker } from '@stryker-mutator/core';
import { repository, Sentence } from '../repository.mjs';
import { changeOf, explainedChanges } from './survivors.mjs';

const folder = join(repository, 'packages/tooling/mutation');

/** The runs by name, each with its configuration. */
const parts = { domain: 'stryker.config.mjs', access: 'access.config.mjs' };

/**
 * `npm run test:mutation`: changes the source in thousands of small ways and runs the tests on each of them. Without a
 * word both parts run, `domain` or `access` is one of them, and any other word is a module or a file of the domain
 * (`plan`, `money.ts`). The last line is the sum.
 *
 * @param {string[]} words
 * @returns {Promise<number>} the exit code: 0 when every score is high enough and every survivor is explained
 */
export async function runMutation(words) {
  const flags = words.filter((word) => word.startsWith('-'));
  if (flags.length > 0) throw new Sentence(`Unknown: ${flags.join(' ')}. Name a part (domain, access) or a module.`);
  const modules = words.filter((word) => !(word in parts));
  const named = words.filter((word) => word in parts);
  const chosen = modules.length > 0 ? ['domain'] : named.length > 0 ? named : Object.keys(parts);
  const mutants = [];
  let isEnough = true;
  for (const part of chosen) {
    process.exitCode = 0;
    mutants.push(...(await new Stryker(await options(part, modules)).runMutationTest()));
    // That is how Stryker says that the score is below the threshold.
    isEnough &&= process.exitCode === 0;
  }
  if (mutants.length === 0)
    throw new Sentence(`Nothing to change in ${words.join(' ')}: name modules or files of the domain.`);
  return report(mutants, isEnough);
}

async function options(part, modules) {
  const configFile = join(folder, parts[part]);
  if (modules.length === 0) return { configFile };
  const { default: config } = await import(configFile);
  const mutate = modules.map((name) => `packages/domain/src/${name}${name.endsWith('.ts') ? '' : '/**/*.ts'}`);
  return { configFile, mutate: [...mutate, ...config.mutate.filter((pattern) => pattern.startsWith('!'))] };
}

function report(mutants, isEnough) {
  const explained = explainedChanges(readFileSync(join(folder, 'survivors.md'), 'utf8'));
  const dead = mutants.filter(({ status }) => status === 'Killed' || status === 'Timeout');
  const alive = mutants.filter(({ status }) => status === 'Survived' || status === 'NoCoverage');
  const unexplained = alive.map(found).filter((change) => !explained.has(change));
  for (const change of unexplained) process.stdout.write(`\nSurvived, and survivors.md does not say why: ${change}\n`);
  const sum = `${dead.length} killed, ${alive.length} survived, ${unexplained.length} of them unexplained`;
  process.stdout.write(`\n${sum}\n`);
  return isEnough && unexplained.length === 0 ? 0 : 1;
}

function found({ fileName, location, replacement }) {
  const path = join(repository, relative(repository, fileName));
  const name = relative(repository, path).split(sep).join('/');
  return changeOf(name, readFileSync(path, 'utf8'), location, replacement);
}
