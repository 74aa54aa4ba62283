import { randomUUID } from 'node:crypto';
import type { Endpoint } from '@commonlot/contracts';
import { roles } from '@commonlot/domain';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { pdf } from '../given-application.js';
import { givenEverything, type Target } from '../given-everything.js';
import { givenMember, nextEnterpriseNumber, nextIban } from '../given-organisations.js';
import type { Answer, TestApi, TestPerson } from '../test-api.js';
import { givenDoors } from './fuzz-doors.js';
import type { FuzzRequest, Sender } from './fuzz-request.js';
import { bends } from './hostile-requests.js';
import { tables } from './known-values.js';
import { jsonText, type Meaning, resolve } from './symbols.js';
import { exchange, exchangeBytes } from './wire.js';

/** Longer than this is a hang: the slowest request of the product hashes a password twice. */
const limitMs = 5_000;

const files: Readonly<Record<string, Buffer>> = {
  pdf,
  csv: Buffer.from('code;kind;label_nl;label_fr;amount\n1;heading;Sport;Sport;\n1.1;nominative;Bond;Ligue;10,00\n'),
  bank: Buffer.from('rekening;datum;bedrag;saldo\nBE43068999999501;15/01/2026;-10,00;90,00\n'),
  xlsx: Buffer.from('PK\u0003\u0004\u0014\u0000\u0000\u0000 not a workbook', 'latin1'),
  'zip bomb': Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), Buffer.alloc(200_000)]),
  script: Buffer.from('<script>alert(1)</script>'),
  empty: Buffer.alloc(0),
  zeros: Buffer.alloc(5_000),
};

type Meanings = (part: 'params' | 'query' | 'body') => Meaning;
/** What symbols of each kind stand for, in the order of their numbers. */
type Pools = ReadonlyMap<string, readonly string[]>;

/** A world with a record of every kind, people of every kind, and an open port: what symbols mean, and who sends. */
export class FuzzWorld {
  private turn = 0;

  private constructor(
    private readonly api: TestApi,
    private readonly port: number,
    private readonly targetOf: (name: string) => Target,
    private readonly people: ReadonlyMap<Sender, TestPerson | null>,
    private readonly pools: Pools,
    private readonly standing: Standing,
  ) {}

  static async build(api: TestApi): Promise<FuzzWorld> {
    const targetOf = await targetsOf(api);
    await api.work();
    const people = await givenPeople(api, targetOf);
    const server = api.get(HttpAdapterHost).httpAdapter.getInstance<FastifyInstance>();
    const address = new URL(await server.listen({ port: 0, host: '127.0.0.1' }));
    return new FuzzWorld(api, Number(address.port), targetOf, people, await poolsOf(api), await Standing.read(api));
  }

  /** Sends a drawn request over the network and returns whatever came; throws when nothing came in time. */
  async send(name: string, endpoint: Endpoint, request: FuzzRequest): Promise<Answer<unknown>> {
    const target = this.targetOf(name);
    const meaning = this.meaningsFor(target, await this.revisionOf(target));
    const params = resolve(request.params, meaning('params')) as Record<string, unknown>;
    const query = resolve(request.query, meaning('query')) as Record<string, unknown>;
    const wire = {
      method: endpoint.method,
      target: `/api${pathOf(endpoint, params)}${queryOf(query, request.queryTail)}`,
      headers: this.headersOf(endpoint, request, target.as),
      payload: payloadOf(endpoint, request, meaning('body')),
    };
    return exchange(this.port, wire, limitMs);
  }

  /** Sends bytes as they are. */
  sendBytes(message: Buffer): Promise<Answer<unknown>> {
    return exchangeBytes(this.port, message, limitMs);
  }

  /** Everybody is signed in again, with the roles and seats that they began with. */
  restore(): Promise<void> {
    return this.standing.restore(this.api);
  }

  private meaningsFor(target: Target, revision: number): Meanings {
    return (part) => (kind, number, field) => {
      if (kind === 'revision' || (kind === 'target' && field === 'revision')) return revision;
      if (kind === 'new-enterprise-number') return nextEnterpriseNumber();
      if (kind === 'new-iban' || (kind === 'target' && field === 'iban')) return nextIban();
      if (kind === 'target') return target[part === 'params' ? 'params' : 'body'][field];
      const pool = this.pools.get(kind) ?? [];
      return pool[number % pool.length];
    };
  }

  /** What a request that knows the record would name. */
  private async revisionOf({ row }: Target): Promise<number> {
    if (row === null) return 0;
    const [current] = await this.api.sql<{ revision: number }>(`SELECT revision FROM ${row.table} WHERE id = $1`, [
      row.id,
    ]);
    return current?.revision ?? 0;
  }

  private headersOf(endpoint: Endpoint, request: FuzzRequest, target: TestPerson | null) {
    this.turn += 1;
    const forged = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQ';
    const person = request.as === 'target' ? target : this.people.get(request.as);
    const token = request.as === 'nobody with a forged session' ? forged : person?.token;
    const type = endpoint.accepts === 'bytes' ? 'application/octet-stream' : 'application/json';
    const usual: (readonly [string, string])[] = [
      // From another address each time: the limits on an address are not what is tried here.
      [
        'x-forwarded-for',
        `10.${Math.floor(this.turn / 62_500) % 250}.${Math.floor(this.turn / 250) % 250}.${this.turn % 250}`,
      ],
      ...(sendsBody(endpoint) ? [['content-type', type] as const] : []),
      ...(endpoint.idempotent ? [['idempotency-key', randomUUID()] as const] : []),
      ...(token === undefined ? [] : [['cookie', `session=${token}`] as const]),
    ];
    const changed = new Set(request.headers?.map(([name]) => name));
    return [...usual.filter(([name]) => !changed.has(name)), ...(request.headers ?? [])];
  }
}

const sendsBody = ({ method }: Endpoint) => method !== 'GET' && method !== 'DELETE';

const written = (value: unknown) => {
  const text = String(value ?? '');
  return text.startsWith('«raw:') ? text.slice(5, -1) : encodeURIComponent(text.toWellFormed());
};

const pathOf = (endpoint: Endpoint, params: Record<string, unknown>) =>
  endpoint.path.replaceAll(/:([A-Za-z]+)/g, (_, name: string) => written(params[name]));

function queryOf(query: Record<string, unknown>, tail: string | undefined): string {
  const pairs = Object.entries(query).map(([name, value]) => `${encodeURIComponent(name)}=${written(value)}`);
  const all = [...pairs, ...(tail === undefined ? [] : [tail])].join('&');
  return all === '' ? '' : `?${all}`;
}

function payloadOf(endpoint: Endpoint, { body, bend }: FuzzRequest, meaning: Meaning): Buffer | null {
  if (!sendsBody(endpoint)) return null;
  if (endpoint.accepts === 'bytes') return files[String(body)] ?? Buffer.alloc(0);
  const text = jsonText(resolve(body, meaning));
  return bend === undefined ? Buffer.from(text) : bends[bend](text);
}

/** The targets of a world that has everything, with those that only a particular person reaches. */
async function targetsOf(api: TestApi): Promise<(name: string) => Target> {
  const targetOf = await givenEverything(api);
  const doors = await givenDoors(api);
  const officer = targetOf('calls.createCall').as;
  const changed: Readonly<Record<string, Partial<Target>>> = { ...doors, 'decisions.readLetter': { as: officer } };
  return (name) => ({ ...targetOf(name), ...changed[name] });
}

async function givenPeople(api: TestApi, targetOf: (name: string) => Target): Promise<Map<Sender, TestPerson | null>> {
  const people = new Map<Sender, TestPerson | null>([['anonymous', null]]);
  for (const role of roles) people.set(role, await api.person([role], `Another ${role}`));
  people.set('stranger', await api.person([], 'A stranger'));
  const suspended = await api.person(['officer'], 'Suspended');
  await api.sql(`UPDATE person SET state = 'suspended' WHERE id = $1`, [suspended.id]);
  people.set('suspended', suspended);
  const { as: representative, params } = targetOf('organisations.setMember');
  people.set('representative', representative);
  if (representative === null) throw new Error('Nobody represents the organisation.');
  const organisation = { id: params['organisationId'] ?? '', enterpriseNumber: '', name: '', representative };
  return people.set('viewer', await givenMember(api, organisation, 'viewer'));
}

/** Records and what names them, in the order in which they were written: it is the same on every machine, ids are not. */
async function poolsOf(api: TestApi): Promise<Pools> {
  const column = async (text: string) => {
    const rows = await api.sql<{ value: string }>(`SELECT ${text} ORDER BY ctid`);
    return rows.map(({ value }) => value);
  };
  const pools = new Map<string, readonly string[]>([
    ['email', await column('email AS value FROM person')],
    ['call-number', await column('number AS value FROM call')],
    ['award-number', await column('number AS value FROM register.award')],
    ['enterprise-number', await column('enterprise_number AS value FROM organisation')],
  ]);
  for (const table of tables) pools.set(table.replaceAll('_', '-'), await column(`id AS value FROM ${table}`));
  return pools;
}

/** Who is signed in, and with which roles and seats. */
class Standing {
  private constructor(private readonly rows: string) {}

  static async read(api: TestApi): Promise<Standing> {
    const [row] = await api.sql<{ rows: string }>(
      `SELECT json_build_object(
         'roles', (SELECT json_agg(json_build_object('person_id', person_id, 'role', role)) FROM person_role),
         'seats', (SELECT json_agg(m) FROM organisation_member m),
         'people', (SELECT json_agg(id) FROM person WHERE state = 'active'))::text AS rows`,
    );
    return new Standing(row?.rows ?? '{}');
  }

  async restore(api: TestApi): Promise<void> {
    await api.sql(
      `WITH roles AS (SELECT * FROM json_to_recordset($1::json -> 'roles') AS r (person_id uuid, role text)),
         people AS (SELECT value::uuid AS id FROM json_array_elements_text($1::json -> 'people')),
         sessions AS (UPDATE session SET revoked_at = NULL WHERE person_id IN (SELECT id FROM people)),
         states AS (UPDATE person SET state = 'active' WHERE state = 'suspended' AND id IN (SELECT id FROM people)),
         gone AS (DELETE FROM person_role r WHERE person_id IN (SELECT id FROM people)
           AND NOT EXISTS (SELECT 1 FROM roles k WHERE k.person_id = r.person_id AND k.role = r.role)),
         seats AS (INSERT INTO organisation_member
           SELECT * FROM json_to_recordset($1::json -> 'seats')
             AS m (organisation_id uuid, person_id uuid, role text, since timestamptz)
           ON CONFLICT (organisation_id, person_id) DO UPDATE SET role = excluded.role)
       INSERT INTO person_role (person_id, role) SELECT person_id, role FROM roles ON CONFLICT DO NOTHING`,
      [this.rows],
    );
  }
}
