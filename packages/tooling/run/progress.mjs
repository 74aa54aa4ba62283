const startedAt = Number(process.env.COMMONLOT_STARTED_AT ?? Date.now());

/** Seconds since the command was typed, the installation included. */
export const secondsSoFar = () => `${((Date.now() - startedAt) / 1000).toFixed(1)} s`;

export const say = (text = '') => process.stdout.write(`${text}\n`);

/**
 * Numbered steps, each on a line: what it is when it begins, how long it took when it ends. The first one, `done`, lies
 * behind us already.
 */
export function steps(total, done) {
  let number = 1;
  say(`1/${total}  ${done} ${secondsSoFar()}`);
  return async function step(title, work) {
    number += 1;
    process.stdout.write(`${number}/${total}  ${title} `);
    const start = performance.now();
    const result = await work((note) => process.stdout.write(`(${note}) `));
    say(`${((performance.now() - start) / 1000).toFixed(1)} s`);
    return result;
  };
}
