import { Sentence } from '../repository.mjs';

/**
 * Which stages to run: those that are named, with what they need; all of them when none is. A word that names no stage
 * is a pattern for the paths of tests, and then only stages that are made of tests run.
 */
export function selectStages(stages, words) {
  const names = stages.map((stage) => stage.name);
  const flags = words.filter((word) => word.startsWith('-'));
  if (flags.length > 0) {
    throw new Sentence(`Unknown: ${flags.join(' ')}. Name stages (${names.join(', ')}) and, after them, a pattern.`);
  }
  const patterns = words.filter((word) => !names.includes(word));
  if (patterns.length > 1) throw new Sentence(`One pattern at a time, not ${patterns.join(' and ')}.`);
  const [pattern] = patterns;
  const named = words.filter((word) => names.includes(word));
  const wanted =
    named.length > 0 ? named : stages.filter((stage) => !pattern || stage.takesPattern).map((stage) => stage.name);
  const needed = stages.filter((stage) => wanted.includes(stage.name)).flatMap((stage) => stage.needs ?? []);
  return { chosen: stages.filter((stage) => [...wanted, ...needed].includes(stage.name)), pattern };
}
