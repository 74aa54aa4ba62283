import { applications, calls } from '@commonlot/contracts';
import { brusselsClock, brusselsDay } from '@commonlot/domain';
import type { CastMember } from './cast.js';
import type { Chance } from './chance.js';
import type { ContractClient } from './contract-client.js';
import {
  callDescription,
  callEligibility,
  callTexts,
  demonstrationCriteria,
  demonstrationForm,
} from './data/call-form.js';
import { projectIdeas } from './data/projects.js';
import type { DemonstrationOrganisation } from './organisations.js';

export interface PublishedCall {
  readonly id: string;
  readonly number: string;
}

interface CallPlan {
  readonly text: keyof typeof callTexts;
  readonly lineId: string;
  readonly opensAt: Date;
  /** The call closes on this day at noon, as the real ones do. */
  readonly closesOn: string;
  readonly envelopeCents: number;
}

/** Writes a call from the common form and publishes it. */
export async function publishCall(client: ContractClient, officer: CastMember, plan: CallPlan): Promise<PublishedCall> {
  const texts = callTexts[plan.text];
  const { id } = await client.call(
    calls.createCall,
    { body: { lineId: plan.lineId, title: { ...texts.title, nl: texts.title.nl, fr: texts.title.fr } } },
    officer,
  );
  const draft = await client.call(calls.readCall, { params: { callId: id } }, officer);
  const { revision } = await client.call(
    calls.saveCall,
    {
      params: { callId: id },
      body: {
        lineId: plan.lineId,
        title: texts.title,
        summary: texts.summary,
        description: callDescription,
        eligibility: callEligibility,
        opensOn: brusselsDay(plan.opensAt),
        opensAtClock: brusselsClock(plan.opensAt),
        closesOn: plan.closesOn,
        closesAtClock: '12:00',
        envelopeCents: plan.envelopeCents,
        maxAmountCents: 25_000_00,
        maxSharePercent: 80,
        criteria: demonstrationCriteria,
        form: demonstrationForm as never,
        revision: draft.revision,
      },
    },
    officer,
  );
  await client.call(calls.publishCall, { params: { callId: id }, body: { revision } }, officer);
  return { id, number: draft.number };
}

export interface Filing {
  readonly organisation: DemonstrationOrganisation;
  readonly requestedCents: number;
}

export interface FiledApplication extends Filing {
  readonly id: string;
  readonly number: string;
}

/** The answers of a fictional project that asks for `requestedCents`, three quarters of what it costs. */
function answersOf(chance: Chance, { organisation, requestedCents }: Filing, startsOn: string) {
  const language = organisation.language === 'nl' ? 'nl' : 'fr';
  const [title, description] = chance.pick(projectIdeas)[language];
  const own = Math.ceil(requestedCents / 3 / 100) * 100;
  const total = requestedCents + own;
  const staff = Math.floor((total * 0.55) / 100) * 100;
  const material = Math.floor((total * 0.3) / 100) * 100;
  const words =
    language === 'nl'
      ? ['Begeleiding', 'Materiaal', 'Communicatie en verzekering', 'Eigen middelen', 'Steun van de Nationale Loterij']
      : [
          'Accompagnement',
          'Matériel',
          'Communication et assurance',
          'Fonds propres',
          'Soutien de la Loterie Nationale',
        ];
  return {
    title: title.replace('{place}', organisation.municipality.name[language]),
    summary: description,
    place: organisation.municipality.nis,
    'starts-on': startsOn,
    reach: chance.whole(40, 900),
    goals: [chance.pick(['poverty', 'water', 'energy', 'consumption', 'climate', 'nature'])],
    budget: {
      costs: [
        { label: words[0] ?? '', amountCents: staff },
        { label: words[1] ?? '', amountCents: material },
        { label: words[2] ?? '', amountCents: total - staff - material },
      ],
      incomes: [
        { label: words[3] ?? '', amountCents: own, kind: 'own' as const },
        { label: words[4] ?? '', amountCents: requestedCents, kind: 'requested' as const },
      ],
    },
  };
}

/** Starts an application and fills it in; returns its id and revision. */
export async function fillIn(
  client: ContractClient,
  chance: Chance,
  call: PublishedCall,
  filing: Filing,
  startsOn: string,
) {
  const { organisation } = filing;
  const started = await client.call(
    applications.startApplication,
    { body: { callNumber: call.number, organisationId: organisation.id, fileLanguage: organisation.language } },
    organisation.representative,
  );
  const saved = await client.call(
    applications.saveDraft,
    {
      params: { applicationId: started.id },
      body: { answers: answersOf(chance, filing, startsOn), revision: started.revision },
    },
    organisation.representative,
  );
  return { id: started.id, revision: saved.revision };
}

/** Fills in and sends an application. */
export async function file(
  client: ContractClient,
  chance: Chance,
  call: PublishedCall,
  filing: Filing,
  startsOn: string,
): Promise<FiledApplication> {
  const { id, revision } = await fillIn(client, chance, call, filing, startsOn);
  const { number } = await client.call(
    applications.submitApplication,
    { params: { applicationId: id }, body: { revision, declaresTruth: true } },
    filing.organisation.representative,
  );
  return { ...filing, id, number };
}
