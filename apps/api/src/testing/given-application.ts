import { applications } from '@commonlot/contracts';
import { cents } from '@commonlot/domain';
import { type GivenCall, whenClosed } from './given-call.js';
import { type GivenOrganisation, givenOrganisation } from './given-organisations.js';
import type { TestApi, TestPerson } from './test-api.js';

export interface GivenApplication {
  readonly id: string;
  readonly number: string;
  readonly organisation: GivenOrganisation;
  /** After the last step of the builder; what an admission or exclusion must name. */
  readonly revision: number;
}

interface ApplicationChange {
  readonly organisation?: GivenOrganisation;
  /** Answers that replace those of `completeAnswers`, by question. */
  readonly answers?: Record<string, unknown>;
  readonly fileLanguage?: 'nl' | 'fr' | 'de';
}

/** A cost table that balances and asks for so many cents, 60 % of the costs. */
export function costTable(requestedCents = 6_000_00) {
  const costsCents = Math.round((requestedCents * 10) / 6);
  return {
    costs: [{ label: 'Zaal', amountCents: cents(costsCents) }],
    incomes: [
      { label: 'Eigen middelen', amountCents: cents(costsCents - requestedCents), kind: 'own' as const },
      { label: 'Nationale Loterij', amountCents: cents(requestedCents), kind: 'requested' as const },
    ],
  };
}

/** An answer to every required question of the starting form. */
export function completeAnswers() {
  return {
    title: 'Een koor in het rusthuis',
    summary: 'Elke week zingen bewoners en buren samen.',
    need: 'Veel bewoners krijgen nooit bezoek.',
    municipality: '21004',
    'starts-on': '2027-01-15',
    'ends-on': '2027-12-15',
    'people-reached': 120,
    'target-groups': ['seniors'],
    'how-reached': 'Via het rusthuis en de buurtkrant.',
    budget: costTable(),
  };
}

/** A draft that may be sent: every required question is answered. */
export async function givenDraft(
  api: TestApi,
  call: { readonly number: string },
  change: ApplicationChange = {},
): Promise<GivenApplication> {
  const organisation = change.organisation ?? (await givenOrganisation(api));
  const as = organisation.representative;
  const started = await api.ok(
    applications.startApplication,
    { body: { callNumber: call.number, organisationId: organisation.id, fileLanguage: change.fileLanguage ?? 'nl' } },
    { as },
  );
  const params = { applicationId: started.id };
  const answers = { ...completeAnswers(), ...change.answers } as ReturnType<typeof completeAnswers>;
  const { revision } = await api.ok(
    applications.saveDraft,
    { params, body: { answers, revision: started.revision } },
    { as },
  );
  const { number } = await api.ok(applications.readOwnApplication, { params }, { as });
  return { id: started.id, number, organisation, revision };
}

export const pdf = Buffer.from('%PDF-1.7\nA quote for the hall.\n');

export interface Upload {
  readonly as?: TestPerson;
  readonly questionId?: string;
  readonly name?: string;
  readonly bytes?: Buffer;
  readonly process?: number;
}

/** Sends a file to a question of the form, and returns whatever came. */
export function upload(api: TestApi, { id, organisation }: GivenApplication, change: Upload = {}) {
  const { as = organisation.representative, questionId = 'quotes', name = 'offerte.pdf', bytes = pdf } = change;
  const input = { params: { applicationId: id }, query: { questionId, name } };
  return api.call(applications.attachFile, input, { as, bytes, process: change.process ?? 0 });
}

/** A file that was attached to a draft. */
export async function givenFile(api: TestApi, application: GivenApplication, change: Upload = {}) {
  const answer = await upload(api, application, change);
  if (answer.status !== 201) throw new Error(`Not attached: ${JSON.stringify(answer.body)}`);
  return applications.attachFile.response.parse(answer.body);
}

/** An application that was sent, with its receipt. */
export async function givenSubmittedApplication(
  api: TestApi,
  call: { readonly number: string },
  change: ApplicationChange = {},
): Promise<GivenApplication> {
  const draft = await givenDraft(api, call, change);
  const { revision } = await api.ok(
    applications.submitApplication,
    { params: { applicationId: draft.id }, body: { revision: draft.revision, declaresTruth: true } },
    { as: draft.organisation.representative },
  );
  return { ...draft, revision };
}

/** `count` applications that were sent and, after the call closed (the demonstration clock moves), admitted. */
export async function givenAdmittedApplications(
  api: TestApi,
  call: GivenCall,
  count: number,
): Promise<GivenApplication[]> {
  const sent: GivenApplication[] = [];
  for (let index = 0; index < count; index += 1) sent.push(await givenSubmittedApplication(api, call));
  whenClosed(api, call);
  const admitted: GivenApplication[] = [];
  for (const application of sent) {
    const { revision } = await api.ok(
      applications.admitApplication,
      { params: { applicationId: application.id }, body: { revision: application.revision } },
      { as: call.officer },
    );
    admitted.push({ ...application, revision });
  }
  return admitted;
}
