import { randomUUID } from 'node:crypto';
import { type Endpoint, endpoints } from '@commonlot/contracts';
import { completeAnswers, pdf } from '../given-application.js';
import { unchangedDecision } from '../given-decision.js';
import { nextEnterpriseNumber, nextIban, organisationBody } from '../given-organisations.js';
import { fivePerCentLess, givenLine } from '../given-plan.js';
import { completeScores } from '../given-review.js';
import { camt } from '../given-statement.js';
import { sampleOf } from '../hostile.js';
import type { Answer, TestApi, TestPerson } from '../test-api.js';
import type { Thing } from './records.js';
import { routeOf } from './rows.js';
import type { MatrixWorld } from './world.js';

/** A request as `TestApi.call` takes it, complete: whoever may make it is not refused for what it says. */
export interface Asked {
  readonly endpoint: Endpoint;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string | number>>;
  readonly body: Readonly<Record<string, unknown>>;
  readonly bytes: Buffer | null;
}

const csv = Buffer.from('code;kind;label_nl;label_fr;label_de;label_en;amount;pm;legal_ground;beneficiary\r\n');

/** The content that the endpoint reads; a statement of the bank is another one each time. */
function bytesOf(name: string): Buffer {
  if (name === 'payments.importBankStatements') return Buffer.from(camt({ id: randomUUID(), entries: [] }));
  return name === 'plan.previewPlanImport' ? csv : pdf;
}

/** What the rows of the history call the noun that they are asked about. */
const subjects: Readonly<Record<string, readonly [type: string, idParameter: string]>> = {
  'workspace.readHistory (account)': ['bank-account', 'subjectId'],
  'workspace.readHistory (application)': ['application', 'subjectId'],
  'workspace.readHistory (assignment)': ['review-assignment', 'subjectId'],
  'workspace.readHistory (batch)': ['decision-batch', 'batchId'],
  'workspace.readHistory (call)': ['call', 'subjectId'],
  'workspace.readHistory (decision)': ['decision', 'decisionId'],
  'workspace.readHistory (direct file)': ['direct-file', 'subjectId'],
  'workspace.readHistory (organisation)': ['organisation', 'subjectId'],
  'workspace.readHistory (payment)': ['payment', 'subjectId'],
  'workspace.readHistory (person)': ['person', 'subjectId'],
  'workspace.readHistory (statement)': ['bank-statement', 'subjectId'],
  'workspace.readHistory (version)': ['plan-version', 'subjectId'],
};

/** Makes for each row of the table the request about a record. */
export class Requests {
  private readonly revisions = new Map<string, number>();
  private readonly decisions = new Map<string, object>();

  constructor(
    private readonly api: TestApi,
    private readonly world: MatrixWorld,
  ) {}

  async about(rowName: string, thing: Thing): Promise<Asked> {
    const name = routeOf(rowName);
    const endpoint = endpoints.get(name);
    if (endpoint === undefined) throw new Error(`No endpoint ${name}.`);
    const [subjectType = '', idParameter = ''] = subjects[rowName] ?? [];
    const subject = subjectType ? { subjectType, subjectId: thing.params[idParameter] } : {};
    const given = { form: 'lines.csv', ...thing.params, ...subject };
    const names = [...endpoint.path.matchAll(/:([A-Za-z]+)/g)].map(([, parameter]) => parameter ?? '');
    const params = Object.fromEntries(
      names.map((parameter) => [parameter, given[parameter as keyof typeof given] ?? '']),
    );
    const revision = await this.revisionOf(thing);
    const known = { ...this.bodyOf(rowName, thing), revision, ...(await this.decisionOf(name, thing)) };
    return {
      endpoint,
      params,
      query: this.queryOf(name, endpoint, thing, revision),
      body: filled(endpoint, known),
      bytes: endpoint.accepts === 'bytes' ? bytesOf(name) : null,
    };
  }

  /** Sends it; from another network each time, for the limits on a network are not what is asked about. */
  send(asked: Asked, as: TestPerson | null, headers: Record<string, string> = {}): Promise<Answer<unknown>> {
    const { endpoint, bytes, ...input } = asked;
    const from = { 'x-forwarded-for': `2001:db8:${randomUUID().slice(0, 4)}:${randomUUID().slice(0, 4)}::1` };
    return this.api.call(endpoint, input as object, {
      as,
      headers: { ...from, ...headers },
      ...(bytes === null ? {} : { bytes }),
    });
  }

  private async revisionOf({ row }: Thing): Promise<number> {
    if (row === undefined) return 0;
    const known = this.revisions.get(row.id);
    if (known !== undefined) return known;
    const [found] = await this.api.sql<{ revision: number }>(`SELECT revision FROM ${row.table} WHERE id = $1`, [
      row.id,
    ]);
    this.revisions.set(row.id, found?.revision ?? 0);
    return found?.revision ?? 0;
  }

  /** A decision as it stands, for a save that changes nothing; of the draft where there is none. */
  private async decisionOf(name: string, { params }: Thing): Promise<object> {
    if (name !== 'decisions.saveDecision') return {};
    const { batch } = this.world.records;
    const known = Object.values(batch).some(({ params: each }) => each['decisionId'] === params['decisionId']);
    const id = (known ? params : batch['draft']?.params)?.['decisionId'] ?? '';
    const body =
      this.decisions.get(id) ?? (await unchangedDecision(this.api, id, this.world.people.officer as TestPerson));
    this.decisions.set(id, body);
    return body;
  }

  private queryOf(name: string, endpoint: Endpoint, thing: Thing, revision: number): Asked['query'] {
    const fields = sampleOf(endpoint.query) as Record<string, unknown>;
    const known: Record<string, Asked['query']> = {
      'workspace.searchWorkspace': { text: thing.mark },
      'applications.attachFile': { questionId: 'quotes', name: 'offerte.pdf' },
      'plan.comparePlanVersions': { with: thing.params['versionId'] ?? '' },
      'plan.previewPlanImport': { name: 'plan.csv' },
      'payments.importBankStatements': { name: 'statement.xml' },
      'register.readPublicPlanDifference': { from: 1, to: 1 },
      'calls.discardCall': { revision },
      'plan.removePlanScenario': { revision },
      'plan.reopenPlanComment': { revision },
      'plan.withdrawPlanComment': { revision },
    };
    return known[name] ?? ('limit' in fields ? { limit: 200 } : {});
  }

  private bodyOf(rowName: string, { params }: Thing): object {
    const { beside } = this.world;
    const { lineId, callId, callNumber, applicationId, directFileId, versionRevision } = params;
    const { balanceLineId, entryId, sumCents } = params;
    const email = `${randomUUID()}@example.org`;
    const directFile = {
      lineId: lineId ?? beside.namedLineId,
      organisationId: beside.plainOrganisationId,
      requestedCents: 50_000,
    };
    const bodies: Record<string, object> = {
      'access.signUp': { email, password: 'tram langs het kanaal' },
      'access.signIn': { email },
      'access.requestPasswordReset': { email },
      'access.setRoles': { roles: ['officer'] },
      'organisations.createOrganisation': { ...organisationBody, enterpriseNumber: nextEnterpriseNumber() },
      'organisations.updateOrganisation': organisationBody,
      'organisations.addMember': { email, role: 'viewer' },
      'organisations.setMember': { role: 'editor' },
      'organisations.proposeBankAccount': { iban: nextIban() },
      'ledger.closeMonth': { month: 1 },
      'ledger.prepareYearClosing': {
        destinations: balanceLineId ? [{ lineId: balanceLineId, amountCents: 100_01, toLineId: null }] : [],
      },
      'plan.createPlanVersion': { year: 2035, fromVersionId: null },
      'plan.savePlanLines': { totalCents: 1000, lines: [givenLine('1', { kind: 'heading', amountCents: null })] },
      'plan.createPlanComment': { lineId: null, mentionIds: [] },
      'plan.changePlanComment': { mentionIds: [] },
      'plan.createPlanScenario': { name: 'Vijf procent lager', adjustments: fivePerCentLess },
      'plan.savePlanScenario': { name: 'Vijf procent lager', adjustments: fivePerCentLess },
      'plan.adoptPlanScenario': { versionRevision: Number(versionRevision ?? 0) },
      'calls.createCall': { lineId },
      'calls.saveCall': beside.callBody,
      'applications.startApplication': { callNumber, organisationId: beside.plainOrganisationId },
      'applications.saveDraft': { answers: completeAnswers() },
      'applications.excludeApplication': { reasons: [{ code: 'other', text: 'Dit project valt buiten de oproep.' }] },
      'reviews.assignReviewers': { pairs: [{ applicationId, reviewerId: beside.unassignedId }], dueAt: null },
      'reviews.declareInterest': { conflictKind: null },
      'reviews.saveReview': { scores: completeScores(beside.callBody.criteria, 50) },
      'decisions.createBatch': { callId, directFileIds: [] },
      'decisions.createBatch (direct files)': { callId: null, directFileIds: [directFileId] },
      'decisions.createDirectFile': directFile,
      'decisions.saveDirectFile': directFile,
      'payments.askRepayment': { dueOn: '2099-03-01' },
      'payments.confirmBankStatement': { count: 1, sumCents: Number(sumCents ?? 0) },
      'payments.explainBankDifference': { kind: 'unknown-payment', subjectId: entryId },
      'register.correctAward': { field: 'title' },
    };
    return bodies[rowName] ?? {};
  }
}

/** A sample of what the contract takes, with what is known of it in its place; other things that are known stay out. */
function filled(endpoint: Endpoint, known: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const sample = sampleOf(endpoint.body) as Record<string, unknown>;
  return Object.fromEntries(
    Object.entries(sample).map(([field, value]) => [field, Object.hasOwn(known, field) ? known[field] : value]),
  );
}
