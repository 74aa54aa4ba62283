import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { repository } from '../repository.mjs';
import { filesBelow } from './sources.mjs';

const read = (path) => readFileSync(join(repository, path), 'utf8');
const compose = parse(read('infra/compose.yaml'), { merge: true });
const dockerfile = read('infra/images/Dockerfile');
const services = Object.entries(compose.services);
const ours = services.filter(([, { build }]) => build);

/** The steps of the Dockerfile by stage: `{ stage, from, steps: [[instruction, rest]] }`. */
const stages = dockerfile
  .replaceAll(/\\\n\s*/g, '')
  .split('\n')
  .filter((line) => /^[A-Z]+ /.test(line))
  .map((line) => [line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' ') + 1)])
  .reduce((found, [instruction, rest]) => {
    if (instruction === 'FROM') found.push({ stage: rest.match(/ AS (\S+)$/)[1], from: rest.split(' ')[0], steps: [] });
    else found.at(-1)?.steps.push([instruction, rest]);
    return found;
  }, []);
const stageOf = (name) => stages.find(({ stage }) => stage === name);

/** What a stage has of an instruction, its own and that of the stages it begins from. */
function stepsOf(name, instruction) {
  const known = stageOf(name);
  if (!known) return [];
  const own = known.steps.filter(([step]) => step === instruction).map(([, rest]) => rest);
  return [...stepsOf(known.from, instruction), ...own];
}
const variablesOf = (name) =>
  Object.fromEntries(stepsOf(name, 'ENV').flatMap((line) => line.split(' ').map((pair) => pair.split('='))));

/** The settings that each kind of program reads. */
const settings = {
  api: [...read('apps/api/src/platform/config.ts').matchAll(/^ {4}([A-Z][A-Z0-9_]+): /gm)].map(([, name]) => name),
  web: filesBelow(['apps/web/src', 'apps/web/server'], /\.(?:ts|tsx|mjs)$/).flatMap(({ text }) =>
    [...text.matchAll(/process\.env\.([A-Z_]+)/g)].map(([, name]) => name),
  ),
  backup: [...read('packages/tooling/backup/backup.mjs').matchAll(/needed\('([A-Z_]+)'\)/g)].map(([, name]) => name),
  // The image's own, and those that our init script reads.
  database: [
    ...['POSTGRES_DB', 'POSTGRES_PASSWORD', 'POSTGRES_INITDB_ARGS'],
    ...[...read('infra/postgresql/init.sh').matchAll(/="\$([A-Z_]+)"/g)].map(([, name]) => name),
  ],
};
const kindOf = (target) => (target === 'worker' ? 'api' : target);

it('every service of ours is a stage of the Dockerfile, and names only settings that its program reads', () => {
  expect(ours.map(([name]) => name).sort()).toEqual([
    'api',
    'backup',
    'database',
    'migrate',
    'operator',
    'web',
    'worker',
  ]);
  expect(settings.api.length).toBeGreaterThan(20);
  const unknown = ours.flatMap(([name, { build, environment }]) => {
    if (!stageOf(build.target)) return [`${name}: no stage ${build.target}`];
    return Object.keys({ ...variablesOf(build.target), ...environment })
      .filter((setting) => setting !== 'NODE_ENV' && !settings[kindOf(build.target)].includes(setting))
      .map((setting) => `${name}: ${setting}`);
  });
  expect(unknown).toEqual([]);
});

it('the example names each variable of the compose file, and no other', () => {
  const used = new Set([...read('infra/compose.yaml').matchAll(/\$\{([A-Z0-9_]+)\}/g)].map(([, name]) => name));
  const given = read('infra/.env.example').match(/^[A-Z0-9_]+(?==)/gm);
  expect([...used].sort()).toEqual([...given].sort());
  // What must be chosen is left open, so that nobody runs with a password that everybody knows.
  const open = read('infra/.env.example').match(/^\w*(?:PASSWORD|SECRET)\w*=.*$/gm);
  expect(open.filter((line) => !line.endsWith('='))).toEqual([]);
});

it('the Dockerfile copies what exists, from stages that exist', () => {
  const faults = stages.flatMap(({ stage, from, steps }) => [
    ...(from.startsWith('${') || stageOf(from) ? [] : [`${stage} begins from ${from}`]),
    ...steps.filter(([step]) => step === 'COPY').flatMap(([, rest]) => faultsOfCopy(stage, rest.split(' '))),
  ]);
  expect(stages.length).toBeGreaterThan(6);
  expect(faults).toEqual([]);
});

const made = /(?:^|\/)(?:dist|build|node_modules)$|^\/usr\/local\/bin\/node$/;

function faultsOfCopy(stage, words) {
  const from = words[0].startsWith('--from=') ? words.shift().slice('--from='.length) : null;
  const sources = words.slice(0, -1);
  if (from && !stageOf(from)) return [`${stage} copies from ${from}`];
  return sources
    .map((source) => source.replace(/^\/srv\//, ''))
    .filter((source) => !made.test(source) && !existsSync(join(repository, source)))
    .map((source) => `${stage} copies ${source}`);
}

it('the images hold the manifest of every workspace, or npm would not find what the lock names', () => {
  const copied = stepsOf('manifests', 'COPY').join(' ');
  const workspaces = ['apps', 'packages'].flatMap((folder) =>
    readdirSync(join(repository, folder)).map((name) => `${folder}/${name}/package.json`),
  );
  expect(workspaces.filter((path) => !copied.includes(path))).toEqual([]);
});

it('programs, doors and checks agree on addresses', () => {
  const { api, web, worker, database } = compose.services;
  expect(web.environment.API_URL).toBe(`http://api:${api.environment.API_PORT}`);
  expect(read('infra/proxy/Caddyfile')).toContain(`reverse_proxy web:${web.environment.PORT} `);
  expect(stepsOf('api', 'EXPOSE')).toEqual([api.environment.API_PORT]);
  expect(stepsOf('web', 'EXPOSE')).toEqual([web.environment.PORT]);
  expect(stepsOf('worker', 'EXPOSE').at(-1)).toBe(worker.environment.METRICS_PORT);
  expect(compose.services.objects.command.join(' ')).toContain(`:${new URL(api.environment.S3_ENDPOINT).port} `);
  const hosts = services.flatMap(([, { environment = {} }]) =>
    Object.values(environment).flatMap((value) =>
      [...String(value).matchAll(/\/\/(?:[^@/]*@)?([a-z]+)[:/]/g)].map(([, host]) => host),
    ),
  );
  expect(hosts.filter((host) => !(host in compose.services))).toEqual([]);
  expect(database.command.join(' ')).toContain('/backup/wal %p %f');
});

it('the checks of health ask what the API answers', () => {
  const paths = [...dockerfile.matchAll(/\/api(\/health\/\w+)/g)].map(([, path]) => path);
  const contract = read('packages/contracts/src/platform/index.ts');
  expect(paths.length).toBe(2);
  expect(paths.filter((path) => !contract.includes(`path: '${path}'`))).toEqual([]);
});

it('what is ours runs without rights, on a file system that it cannot write, and only the proxy is open to the world', () => {
  for (const [name, service] of ours.filter(([name]) => name !== 'database')) {
    expect([name, service.read_only, service.init, service.cap_drop, service.security_opt]).toEqual([
      name,
      true,
      true,
      ['ALL'],
      ['no-new-privileges:true'],
    ]);
    expect([name, ['node', 'postgres'].includes(stepsOf(service.build.target, 'USER').at(-1))]).toEqual([name, true]);
  }
  const open = services.flatMap(([name, { ports = [] }]) =>
    ports.filter((port) => !port.startsWith('127.0.0.1:')).map(() => name),
  );
  expect([...new Set(open)]).toEqual(['proxy']);
  expect(compose.networks.inside).toEqual({ internal: true });
});

it('every volume that is mounted is declared, and every file that is mounted exists', () => {
  const mounts = services.flatMap(([, { volumes = [] }]) => volumes.map((volume) => volume.split(':')[0]));
  expect(mounts.filter((from) => !from.startsWith('.') && !(from in compose.volumes))).toEqual([]);
  expect(mounts.filter((from) => from.startsWith('.') && !existsSync(join(repository, 'infra', from)))).toEqual([]);
  expect(Object.keys(compose.volumes).filter((name) => !mounts.includes(name))).toEqual([]);
});

it('the door lets the largest file through, and the scanner takes it', () => {
  const [, most] = read('apps/api/src/platform/config.ts').match(/MAX_FILE_BYTES: .*default\(([\d_]+)\)/);
  const [, door] = read('infra/proxy/Caddyfile').match(/max_size (\d+)MB/);
  const bytes = Number(most.replaceAll('_', ''));
  expect(Number(door) * 1_000_000).toBeGreaterThanOrEqual(bytes);
  // clamd's own default, StreamMaxLength 25M.
  expect(bytes).toBeLessThanOrEqual(25 * 1024 * 1024);
});

it('the scripts are scripts', () => {
  const scripts = ['infra/backup/archive-wal.sh', 'infra/backup/restore-wal.sh', 'infra/postgresql/init.sh'];
  for (const path of scripts) {
    expect([path, spawnSync('sh', ['-n', join(repository, path)]).status]).toEqual([path, 0]);
  }
});

it('each alarm asks for a metric that there is, and leads to a page of the runbook', () => {
  const { rules } = parse(read('infra/monitoring/alerts.yaml')).groups[0];
  const known = ['metrics.ts', 'metrics-prometheus.ts'].flatMap((file) =>
    read(`apps/api/src/platform/${file}`).match(/commonlot_\w+/g),
  );
  const pages = [...read('docs/operations/runbook.md').matchAll(/^## (.*)$/gm)].map(([, title]) =>
    title
      .toLowerCase()
      .replaceAll(/[^\w -]/g, '')
      .replaceAll(' ', '-'),
  );
  const faults = rules.flatMap(({ alert, expr, annotations }) => [
    ...expr.match(/commonlot_\w+/g).filter((name) => !known.includes(name.replace(/_(?:count|bucket)$/, ''))),
    ...(pages.includes(annotations.runbook.split('#')[1]) ? [] : [`${alert}: ${annotations.runbook}`]),
  ]);
  expect(rules.length).toBeGreaterThan(8);
  expect(faults).toEqual([]);
});

it('the runbook and the configuration name every command and setting that they are about', () => {
  const runbook = read('docs/operations/runbook.md');
  const commands = [...read('packages/tooling/backup/backup.mjs').matchAll(/^ {2}async (\w+)\(/gm)].map(
    ([, name]) => name,
  );
  expect(commands.length).toBeGreaterThan(5);
  expect(commands.filter((name) => !runbook.includes(`backup ${name}`))).toEqual([]);
  const operator = [...read('apps/api/src/cli.ts').matchAll(/^ {2}'?([\w-]+)'?: async/gm)].map(([, name]) => name);
  expect(operator.filter((name) => !runbook.includes(`cli.js ${name}`))).toEqual([]);
  const page = read('docs/configuration.md');
  expect(
    [...new Set([...settings.api, ...settings.web])].filter(
      (name) => name !== 'NODE_ENV' && !page.includes(`\`${name}\``),
    ),
  ).toEqual([]);
});
