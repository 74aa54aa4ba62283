import { access, organisations } from '@commonlot/contracts';
import {
  type GivenOrganisation,
  givenMember,
  givenOrganisation,
  givenVerifiedAccount,
  nextIban,
} from '../given-organisations.js';
import { givenSharedPlan, ownAssignment } from '../given-review.js';
import type { TestApi, TestPerson } from '../test-api.js';
import { type Caller, givenPeople, type People } from './callers.js';
import { type Thing, thing, type World } from './records.js';
import { type Filed, givenApplicationsInAllStates } from './world-of-applications.js';
import {
  givenDirectFiles,
  givenPayments,
  givenReturns,
  givenStatements,
  lineThings,
  thingsOfPlan,
  thingsOfYears,
} from './world-of-money.js';

export interface MatrixWorld {
  readonly people: People;
  readonly records: World;
  /** What bodies name besides the record of the path. */
  readonly beside: {
    readonly plainOrganisationId: string;
    readonly unassignedId: string;
    readonly namedLineId: string;
    readonly callBody: Awaited<ReturnType<typeof givenApplicationsInAllStates>>['callDraft']['body'];
  };
}

/** One record of every kind in every state, made through the API, and one person for each caller. */
export async function givenMatrixWorld(api: TestApi): Promise<MatrixWorld> {
  const people = await givenPeople(api);
  const plan = await givenSharedPlan(api);
  const clerk = await api.person(['officer'], 'Clara Clerk');
  const payer = await api.person(['controller'], 'Carl Controller');
  const { home, plain, accounts } = await givenOrganisations(api, people, payer);
  const filed = await givenApplicationsInAllStates({ api, plan, clerk, home, people });
  const directFiles = await givenDirectFiles(api, clerk, home);
  const instalments = await givenPayments(api, clerk, payer, filed.batches.signed.decisions[0]?.id ?? '');
  const records: World = {
    ...(await thingsOfPeople(api, people)),
    organisation: { paid: organisationThing(home), plain: organisationThing(plain) },
    membership: {
      viewer: thing({ organisationId: home.id, personId: people.viewer.id }),
      last: thing({ organisationId: home.id, personId: people.representative.id }),
    },
    account: accounts,
    invitation: { waiting: await givenInvitation(api, home, people.outsider) },
    line: lineThings(plan),
    ...(await thingsOfPlan(api, plan, people.minister)),
    ...(await thingsOfYears(api, plan, payer)),
    call: thingsOfCalls(filed),
    application: thingsOfApplications(filed.files),
    assignment: await thingsOfAssignments(api, people, filed),
    'direct file': directFiles,
    batch: thingsOfBatches(filed.batches),
    payment: instalments,
    statement: await givenStatements(api, payer, instalments.approved.params['paymentId'] ?? ''),
    ...(await givenReturns(api, { clerk, payer, officer: people.officer }, home)),
  };
  await api.work();
  await suspend(api, people);
  // A session notes once a minute that it was seen; here nothing may change by itself.
  await api.sql(`UPDATE session SET last_seen_at = now() + interval '1 hour'`);
  return {
    people: { ...people, anonymous: null },
    records,
    beside: {
      plainOrganisationId: plain.id,
      unassignedId: people.unassigned.id,
      namedLineId: plan.lineId('1.2'),
      callBody: filed.callDraft.body,
    },
  };
}

const organisationThing = ({ id, enterpriseNumber }: GivenOrganisation) =>
  thing({ organisationId: id, enterpriseNumber, subjectId: id }, 'organisation', id);

async function givenOrganisations(api: TestApi, people: Record<Caller, TestPerson>, payer: TestPerson) {
  const [home, plain] = [
    await givenOrganisation(api, { representative: people.representative }),
    await givenOrganisation(api, { representative: people.representative }),
  ];
  await givenOrganisation(api, { representative: people.stranger });
  for (const organisation of [home, plain]) {
    await givenMember(api, organisation, 'editor', people.editor);
    await givenMember(api, organisation, 'viewer', people.viewer);
  }
  const verified = await givenVerifiedAccount(api, home, payer);
  const proposed = await api.ok(
    organisations.proposeBankAccount,
    { params: { organisationId: home.id }, body: { iban: nextIban(), holder: home.name } },
    { as: home.representative },
  );
  const account = ({ id }: { id: string }) => thing({ bankAccountId: id, subjectId: id }, 'bank_account', id);
  return { home, plain, accounts: { proposed: account(proposed), verified: account(verified) } };
}

async function givenInvitation(api: TestApi, home: GivenOrganisation, guest: TestPerson): Promise<Thing> {
  const input = { params: { organisationId: home.id }, body: { email: guest.email, role: 'viewer' as const } };
  await api.ok(organisations.addMember, input, { as: home.representative });
  const { rows } = await api.ok(organisations.listOwnInvitations, {}, { as: guest });
  return thing({ organisationId: home.id, invitationId: rows[0]?.id ?? '' });
}

async function thingsOfPeople(api: TestApi, people: Record<Caller, TestPerson>) {
  const target = await api.person(['reviewer'], 'Tara Target');
  const roles = { params: { personId: target.id }, body: { roles: [], revision: 0 } };
  await api.ok(access.setRoles, roles, { as: people.administrator });
  const [session] = await api.sql<{ id: string }>('SELECT id FROM session WHERE person_id = $1', [
    people.representative.id,
  ]);
  const account = ({ id }: TestPerson) => thing({ personId: id, subjectId: id }, 'person', id);
  return {
    person: { active: account(target), suspended: account(people.suspended) },
    session: { open: thing({ sessionId: session?.id ?? '' }) },
  };
}

/** The account is suspended as the administrator does it; then the session is opened again behind everybody's back. */
async function suspend(api: TestApi, people: Record<Caller, TestPerson>): Promise<void> {
  const suspension = { params: { personId: people.suspended.id }, body: { isSuspended: true, revision: 0 } };
  await api.ok(access.setSuspension, suspension, { as: people.administrator });
  await api.sql('UPDATE session SET revoked_at = NULL WHERE person_id = $1', [people.suspended.id]);
}

type Given = Awaited<ReturnType<typeof givenApplicationsInAllStates>>;

const callThing = ({ id, number }: { id: string; number: string }) =>
  thing({ callId: id, number, callNumber: number, subjectId: id }, 'call', id, number);

const thingsOfCalls = ({ callDraft, emptyCall, files }: Given) => ({
  draft: callThing(callDraft),
  open: callThing(emptyCall),
  closed: callThing((files['screening'] as Filed).call),
  settled: callThing((files['awarded'] as Filed).call),
});

const thingsOfApplications = (files: Readonly<Record<string, Filed>>) =>
  Object.fromEntries(
    Object.entries(files).map(
      ([
        state,
        {
          application: { id, number },
          call,
          fileId,
        },
      ]) => {
        const params = { applicationId: id, fileId, callId: call.id, subjectId: id };
        return [state, thing(params, 'application', id, number)];
      },
    ),
  );

async function thingsOfAssignments(api: TestApi, people: Record<Caller, TestPerson>, { files, inBatch }: Given) {
  const [admitted, awarded] = [files['admitted'] as Filed, files['awarded'] as Filed];
  const ofPerson = async (person: TestPerson, { application: { number } }: Filed) => {
    const { id } = await ownAssignment(api, person, { number });
    return thing({ assignmentId: id, subjectId: id }, 'review_assignment', id);
  };
  const [declared] = await api.sql<{ id: string }>(
    'SELECT id FROM review_assignment WHERE reviewer_id = $1 AND application_id = $2',
    [people.conflicted.id, admitted.application.id],
  );
  const id = declared?.id ?? '';
  return {
    assigned: await ofPerson(people.undeclared, admitted),
    accepted: await ofPerson(people.reviewer, admitted),
    sent: await ofPerson(people.reviewer, inBatch.draft),
    released: await ofPerson(people.reviewer, awarded),
    conflicted: thing({ assignmentId: id, subjectId: id }, 'review_assignment', id),
  };
}

const thingsOfBatches = (batches: Given['batches']) =>
  Object.fromEntries(
    Object.entries(batches).map(([state, { batchId, number, decisions: rows }]) => {
      const [decision] = rows;
      const params = { batchId, decisionId: decision?.id ?? '', number: decision?.number ?? '' };
      return [state, thing(params, 'decision_batch', batchId, number)];
    }),
  );
