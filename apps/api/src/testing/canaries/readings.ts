import { type Endpoint, endpoints, workspace } from '@commonlot/contracts';
import { z } from 'zod';
import type { TestApi } from '../test-api.js';

/** A GET of the contracts with every id there is, and with each of its filters. */
export interface Reading {
  readonly name: string;
  readonly urls: readonly string[];
  /** Fields of the query that take any text: what somebody may search by. */
  readonly searchedBy: readonly string[];
}

const tableOfSubject: Readonly<Record<string, string>> = {
  'bank-account': 'bank_account',
  'plan-version': 'plan_version',
  'plan-line': 'plan_line',
  'review-assignment': 'review_assignment',
  'direct-file': 'direct_file',
  'decision-batch': 'decision_batch',
  'bank-statement': 'bank_statement',
};

const one = (parameter: string, table: string, column = 'id') => `SELECT ${column} AS "${parameter}" FROM ${table}`;
const numbers = ['application', 'decision', 'direct_file', 'decision_batch', 'payment'];

/**
 * Where the ids of a path come from, by its parameters, or by the whole of it where one name means several things: right
 * ones, and files under the applications of others.
 */
const idsOf: Readonly<Record<string, string>> = {
  '': 'SELECT 1',
  applicationId: one('applicationId', 'application'),
  'applicationId,fileId': `SELECT a.id AS "applicationId", f.file_id AS "fileId" FROM application a CROSS JOIN application_file f`,
  assignmentId: one('assignmentId', 'review_assignment'),
  batchId: one('batchId', 'decision_batch'),
  callId: one('callId', 'call'),
  decisionId: one('decisionId', 'decision'),
  directFileId: one('directFileId', 'direct_file'),
  enterpriseNumber: one('enterpriseNumber', 'organisation', 'enterprise_number::text'),
  lineId: one('lineId', 'plan_line'),
  '/register/awards/:number': numbers.map((table) => one('number', table, 'number')).join(' UNION '),
  '/register/calls/:number': one('number', 'call', 'number'),
  organisationId: one('organisationId', 'organisation'),
  'subjectType,subjectId': workspace.subjectType.options
    .map((type) => `SELECT '${type}' AS "subjectType", id AS "subjectId" FROM ${tableOfSubject[type] ?? type}`)
    .join(' UNION ALL '),
  commentId: one('commentId', 'plan_comment'),
  scenarioId: one('scenarioId', 'plan_scenario'),
  statementId: one('statementId', 'bank_statement'),
  versionId: one('versionId', 'plan_version'),
  'versionId,form': `SELECT id AS "versionId", form FROM plan_version CROSS JOIN unnest('{decree.pdf,decree.docx,lines.csv}'::text[]) form`,
  with: one('with', 'plan_version'),
  year: one('year', 'plan', 'year::text'),
};

const parametersOf = (endpoint: Endpoint): string[] =>
  [...endpoint.path.matchAll(/:([A-Za-z]+)/g)].map(([, name]) => name ?? '');

export const pathOf = (endpoint: Endpoint, ids: Readonly<Record<string, string>>): string =>
  `/api${endpoint.path.replaceAll(/:([A-Za-z]+)/g, (_, name: string) => encodeURIComponent(ids[name] ?? ''))}`;

/** The rows of ids that are called so. Ids of a new kind are an error: nobody would look at what they lead to. */
async function idsOfKind(api: TestApi, ...names: string[]): Promise<Record<string, string>[]> {
  const query = names.map((name) => idsOf[name]).find((known) => known !== undefined);
  if (query === undefined) throw new Error(`Say in readings.ts where the ids of ${names.join(', or of ')} come from.`);
  return api.sql<Record<string, string>>(`SELECT * FROM (${query}) ids ORDER BY ids`);
}

/** Every GET that production has, with the ids of this database. */
export async function readingsOf(api: TestApi): Promise<Reading[]> {
  const readings: Reading[] = [];
  for (const [name, endpoint] of endpoints) {
    if (endpoint.method !== 'GET' || endpoint.demonstration) continue;
    const paths = (await idsOfKind(api, endpoint.path, parametersOf(endpoint).join(','))).map((ids) =>
      pathOf(endpoint, ids),
    );
    const fields = await queryFields(api, endpoint);
    // Without what a request must say, nothing else in it is looked at.
    const required = fields.flatMap(({ name: field, values, isRequired }) =>
      isRequired && values[0] !== undefined ? [`${field}=${values[0]}`] : [],
    );
    const filters = fields.flatMap(({ name: field, values }) =>
      values.map((value) =>
        [...required.filter((each) => !each.startsWith(`${field}=`)), `${field}=${value}`].join('&'),
      ),
    );
    // What a filter lets through does not depend on the record: the first few will do.
    const filtered = paths.slice(0, 3).flatMap((path) => filters.map((filter) => `${path}?${filter}`));
    readings.push({
      name,
      urls: [...paths, ...filtered],
      searchedBy: fields.filter(({ isText }) => isText).map(({ name: field }) => field),
    });
  }
  return readings;
}

interface QueryField {
  readonly name: string;
  readonly values: readonly string[];
  readonly isText: boolean;
  readonly isRequired: boolean;
}

/** A filter with each of its values, ids among them; pages as short as they get, so that what follows is asked for too. */
async function queryFields(api: TestApi, endpoint: Endpoint): Promise<QueryField[]> {
  const schema = z.toJSONSchema(endpoint.query, { io: 'input', unrepresentable: 'any' }) as {
    properties?: Record<string, { type?: string; format?: string; enum?: string[] }>;
    required?: string[];
  };
  const fields: QueryField[] = [];
  for (const [name, { type, format, enum: values }] of Object.entries(schema.properties ?? {})) {
    if (name === 'after') continue;
    const isRequired = schema.required?.includes(name) ?? false;
    if (values !== undefined) fields.push({ name, values, isText: false, isRequired });
    else if (format === 'uuid')
      fields.push({
        name,
        values: (await idsOfKind(api, name)).map((ids) => ids[name] ?? ''),
        isText: false,
        isRequired,
      });
    // A day is no text: nothing but a day is taken, and every text is refused alike.
    else if (format === 'date') fields.push({ name, values: ['2026-06-30'], isText: false, isRequired });
    else if (type === 'string') fields.push({ name, values: [], isText: true, isRequired });
    else fields.push({ name, values: ['1'], isText: false, isRequired });
  }
  return fields;
}
