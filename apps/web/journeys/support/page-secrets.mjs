import { randomUUID } from 'node:crypto';

/**
 * What stands in confidential columns of the demonstration, asked of the API by those who may know it, and who may. Each
 * is `{ what, values, mayKnow }`, where `mayKnow` are the visitors who may read the value on a page.
 */
export async function secretsOf(visitors) {
  return [
    ...(await reviewers(visitors)),
    ...(await accounts(visitors)),
    ...(await reviews(visitors)),
    ...(await files(visitors)),
    ...(await people(visitors)),
  ];
}

async function reviewers({ officer, administrator, auditor, reviewer, secondReviewer }) {
  const rows = (await administrator.rows('/people')).filter(({ roles }) => roles.includes('reviewer'));
  const own = (id) => [reviewer, secondReviewer].filter((visitor) => visitor.id === id);
  return rows.flatMap(({ id, name, email }) => [
    { what: 'the name of a reviewer', values: [name], mayKnow: [officer, administrator, auditor, ...own(id)] },
    { what: 'the e-mail address of a reviewer', values: [email], mayKnow: [administrator, ...own(id)] },
    { what: 'the id of a reviewer', values: [id], mayKnow: [officer, administrator, ...own(id)] },
  ]);
}

/** Account numbers in the spellings in which they are shown. */
async function accounts({ officer, controller, applicant, secondApplicant }) {
  const paid = await controller.rows('/payments');
  const waiting = await controller.rows('/bank-accounts');
  const ibans = new Map([...paid, ...waiting].filter(({ iban }) => iban).map((row) => [row.iban, row.organisationId]));
  const own = new Map();
  for (const visitor of [applicant, secondApplicant]) {
    const { rows } = await visitor.api('/own-organisations');
    for (const { id } of rows) own.set(id, [...(own.get(id) ?? []), visitor]);
  }
  return [...ibans].map(([iban, organisationId]) => ({
    what: 'an account number',
    values: [iban, iban.replaceAll(/(.{4})(?=.)/g, '$1 '), iban.replaceAll(/(.{4})(?=.)/g, '$1\u00a0')],
    mayKnow: [officer, controller, ...(own.get(organisationId) ?? [])],
  }));
}

/**
 * Words that a reviewer has saved and not sent, put there now: comments of the seed are said of many files. And those
 * comments, which no applicant reads on a page and nobody outside.
 */
async function reviews(visitors) {
  const { reviewer, secondReviewer, anonymous, applicant, secondApplicant, administrator } = visitors;
  const { rows } = await secondReviewer.api('/review-assignments');
  const { id, revision } =
    rows.find(({ state }) => state === 'assigned') ?? rows.find(({ state }) => state === 'accepted');
  if (rows.some((row) => row.id === id && row.state === 'assigned')) {
    await secondReviewer.send('POST', `/review-assignments/${id}/declaration`, { revision, conflictKind: null });
  }
  const file = await secondReviewer.api(`/review-assignments/${id}`);
  const word = `zq${randomUUID().replaceAll('-', '')}`;
  const scores = { [file.criteriaList[0].id]: { score: 7, comment: `Nog na te kijken: ${word}` } };
  await secondReviewer.send('PUT', `/review-assignments/${id}/review`, { scores, remark: '', revision: file.revision });

  const sent = (await reviewer.api('/review-assignments')).rows.filter(({ state }) => state === 'sent').slice(0, 5);
  const comments = new Set();
  for (const assignment of sent) {
    const review = await reviewer.api(`/review-assignments/${assignment.id}`);
    for (const { comment } of Object.values(review.scores)) if (comment.length > 20) comments.add(comment);
  }
  const outside = [anonymous, applicant, secondApplicant, administrator];
  const inside = Object.values(visitors).filter((visitor) => !outside.includes(visitor));
  return [
    { what: 'a review that is not sent', values: [word], mayKnow: [secondReviewer], page: `reviews/${id}` },
    ...[...comments].map((comment) => ({ what: 'a comment of a reviewer', values: [comment], mayKnow: inside })),
  ];
}

/** Files of calls that are not decided, drafts, and a decision that waits for its signature. */
async function files(visitors) {
  const { officer, minister, controller, auditor, reviewer, secondReviewer, applicant, secondApplicant } = visitors;
  const jury = [reviewer, secondReviewer];
  const calls = (await officer.rows('/calls')).filter(({ state, filed }) => state === 'published' && filed > 0);
  const secrets = [];
  for (const call of calls) {
    for (const { number } of await officer.rows(`/calls/${call.id}/applications`)) {
      const own = await ownersOf(number, [applicant, secondApplicant]);
      const mayKnow = [officer, minister, auditor, ...jury, ...own];
      secrets.push({ what: 'a file that nobody has decided on', values: [number], mayKnow });
    }
  }
  for (const visitor of [applicant, secondApplicant]) {
    for (const draft of (await visitor.rows('/own-applications')).filter(
      ({ releasedState }) => releasedState === 'draft',
    )) {
      secrets.push({
        what: 'a draft',
        values: [draft.number, draft.id],
        // The auditor reads the history of drafts too, and nothing else of them.
        mayKnow: [auditor, ...(await ownersOf(draft.number, [applicant, secondApplicant]))],
      });
    }
  }
  const proposed = (await officer.rows('/direct-files')).filter(({ state }) => state === 'proposed');
  for (const { title } of proposed) {
    secrets.push({
      what: 'a decision that is not released',
      values: [title],
      mayKnow: [officer, minister, controller, auditor],
    });
  }
  return secrets;
}

async function ownersOf(number, applicants) {
  const owners = [];
  for (const visitor of applicants) {
    visitor.own ??= new Set((await visitor.rows('/own-applications')).map((row) => row.number));
    if (visitor.own.has(number)) owners.push(visitor);
  }
  return owners;
}

/** Whom one writes to at an organisation. */
async function people({ officer, minister, controller, auditor, administrator, applicant, secondApplicant }) {
  const organisations = (await officer.rows('/organisations')).slice(0, 40);
  const emails = new Set();
  for (const { id } of organisations) {
    const { members } = await officer.api(`/organisations/${id}`);
    for (const { email, personId } of members)
      if (![applicant.id, secondApplicant.id].includes(personId)) emails.add(email);
  }
  const mayKnow = [officer, minister, controller, auditor, administrator];
  return [...emails].map((email) => ({ what: 'the e-mail address of a contact person', values: [email], mayKnow }));
}
