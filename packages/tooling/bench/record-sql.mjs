import { appendFileSync } from 'node:fs';
import pg from 'pg';

/**
 * Loaded before an API that is there to be listened to: writes each statement with its values, and the milliseconds
 * until its answer, to the file that RECORD_SQL names. So the very same SQL can be run straight through `pg`, and it
 * can be told how much of a request is the database's time.
 */
const { query } = pg.Client.prototype;

pg.Client.prototype.query = function recorded(...given) {
  const [statement, values] = given;
  const text = typeof statement === 'string' ? statement : statement?.text;
  if (typeof text !== 'string') return query.apply(this, given);
  const start = performance.now();
  const note = () => {
    const entry = { text, values: statement.values ?? (Array.isArray(values) ? values : []) };
    appendFileSync(process.env.RECORD_SQL, `${JSON.stringify({ ...entry, ms: performance.now() - start })}\n`);
  };
  const last = given.at(-1);
  if (typeof last === 'function') {
    given[given.length - 1] = (...answer) => {
      note();
      last(...answer);
    };
    return query.apply(this, given);
  }
  return query.apply(this, given).finally(note);
};
