import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { freePort } from '../ports.mjs';
import { canReach, serverAccount } from '../postgres/account.mjs';
import { prepare } from '../postgres/data-folder.mjs';
import { startPostgres } from '../postgres/start-postgres.mjs';
import { isAlive } from '../processes.mjs';
import { startProgram, untilListening } from '../run/programs.mjs';
import { check, logFolder, migrate } from '../run/system.mjs';

/**
 * The built system in production mode, each part a process of its own that can be killed and started again at the same
 * address: a PostgreSQL that syncs, the API, the worker.
 */
export class Machine {
  /** @param {{ smtpUrl: string, durable?: boolean }} options */
  static async start({ smtpUrl, durable = true }) {
    const parent = canReach(serverAccount(), join(tmpdir(), 'x')) ? tmpdir() : '/tmp';
    const machine = new Machine();
    machine.dataDir = prepare(mkdtempSync(join(parent, 'commonlot-machine-')));
    machine.durable = durable;
    machine.databasePort = await freePort();
    await machine.startDatabase();
    machine.env = {
      ...process.env,
      NODE_ENV: 'production',
      COMMONLOT_MODE: 'production',
      COMMONLOT_DATA: machine.dataDir,
      DATABASE_URL: machine.database.url,
      FILES_DIRECTORY: join(machine.dataDir, 'files'),
      PUBLIC_URL: 'https://commonlot.example',
      SMTP_URL: smtpUrl,
      API_PORT: String(await freePort()),
    };
    await migrate(machine.env);
    return machine;
  }

  get apiPort() {
    return Number(this.env.API_PORT);
  }

  async startDatabase() {
    // The file that says who runs the server names this process, which is alive although its server was killed.
    if (this.database) rmSync(`${this.database.cluster}.runner`, { force: true });
    this.database = await startPostgres({ dataDir: this.dataDir, durable: this.durable, port: this.databasePort });
  }

  /** `by` is SIGKILL, or SIGQUIT for "immediate": no word to anybody and nothing written down, as when power fails. */
  async killDatabase(by) {
    process.kill(this.database.pid, by);
    await this.database.ended;
  }

  async startApi() {
    this.api = this.#program('api', 'main');
    await untilListening(this.api);
  }

  startWorker() {
    const working = Promise.withResolvers();
    this.worker = this.#program('worker', 'worker', (line) => line.includes('"working"') && working.resolve());
    return Promise.race([working.promise, this.worker.ended]);
  }

  /** @param {'api' | 'worker'} name */
  async kill(name) {
    process.kill(this[name].pid, 'SIGKILL');
    await this[name].ended;
  }

  isUp(name) {
    return isAlive(this[name].pid);
  }

  /** Runs a statement as the owner of the tables. */
  async sql(text, values = []) {
    const client = new pg.Client({ connectionString: this.database.url });
    client.on('error', () => {});
    await client.connect();
    try {
      return (await client.query(text, values)).rows;
    } finally {
      await client.end();
    }
  }

  /** Compares the database with every promise of the system; fails with those that are broken. */
  checkInvariants() {
    return check(this.env);
  }

  async stop() {
    await this.worker?.stop();
    await this.api?.stop();
    await this.database?.stop();
    rmSync(this.dataDir, { recursive: true, force: true });
  }

  #program(name, script, onLine) {
    const args = [`apps/api/dist/${script}.js`];
    return startProgram({ name, args, env: this.env, logFile: join(logFolder(this.env), `${name}.log`), onLine });
  }
}
