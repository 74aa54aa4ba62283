import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { guessedPages, plain, readPages } from './support/page-crawl.mjs';
import { secretsOf } from './support/page-secrets.mjs';
import { people } from './support/people.mjs';
import { Visitor } from './support/visitor.mjs';

/** What nobody but those who may know it finds on a page of the web server: not in its text, not in its state. */
describe('what is confidential', () => {
  const visitors = {};
  const read = new Map();
  let secrets;
  let ids;

  before(async () => {
    visitors.anonymous = new Visitor('anonymous');
    const personas = {
      applicant: people.applicant,
      secondApplicant: 'Thomas Lejeune',
      reviewer: people.reviewers[0],
      secondReviewer: people.reviewers[1],
      officer: people.officer,
      minister: people.minister,
      controller: people.controller,
      auditor: people.auditor,
      administrator: people.administrator,
    };
    for (const [who, name] of Object.entries(personas)) visitors[who] = await Visitor.signedInAs(who, name);
    secrets = await secretsOf(visitors);
    ids = await idsOf(visitors);
  });

  test('is in no page of anybody who may not know it', { timeout: 120_000 }, async () => {
    const leaks = new Set();
    for (const [who, visitor] of Object.entries(visitors)) {
      const hidden = secrets.filter(({ mayKnow }) => !mayKnow.includes(visitor));
      const shown = secrets.filter(({ mayKnow }) => mayKnow.includes(visitor));
      const withPublic = visitor === visitors.anonymous || visitor === visitors.reviewer;
      const start = [...guessedPages(ids), ...secrets.flatMap(({ page }) => (page ? [`/nl/work/${page}`] : []))];
      const pages = await readPages(visitor, { start, withPublic }, (path, html) => {
        const text = `${html}\n${plain(html)}`;
        // The address that was asked for stands on its own page, whatever it is.
        const isShown = (value) => !path.includes(value) && text.includes(value);
        for (const { what, values } of hidden) {
          for (const value of values.filter(isShown)) leaks.add(`${what} (${value}) is shown to ${who} by ${path}`);
        }
        for (const { what, values } of shown) if (values.some(isShown)) read.set(what, who);
      });
      assert.ok(pages > 20, `${who} reads ${pages} pages`);
    }
    assert.deepEqual([...leaks].slice(0, 30), []);
  });

  test('is read by somebody who may, or this journey would look past everything', () => {
    const never = [...new Set(secrets.map(({ what }) => what))].filter((what) => !read.has(what));
    assert.deepEqual(never, []);
  });
});

/** Ids of things that are there, for the pages of everybody: who has no business with them gets no page either. */
async function idsOf({ officer, auditor, applicant, secondReviewer, controller }) {
  const calls = (await officer.rows('/calls')).filter(({ filed }) => filed > 0);
  const running = calls.find(({ phase }) => phase === 'closed');
  const files = await officer.rows(`/calls/${running.id}/applications`);
  const draft = (await applicant.rows('/own-applications')).find(({ releasedState }) => releasedState === 'draft');
  const { form } = await applicant.api(`/own-applications/${draft.id}`);
  const batches = await officer.rows('/decision-batches');
  const prepared = batches.find(({ state }) => state === 'prepared');
  const { rows: decisions } = await officer.api(`/decision-batches/${prepared.id}`);
  const { rows: assignments } = await secondReviewer.api('/review-assignments');
  const { rows: versions } = await auditor.api('/plan-versions');
  const { lines } = await auditor.api(`/plan-versions/${versions[0].id}`);
  const paid = await controller.rows('/payments');
  const [statement] = await controller.rows('/bank-statements');
  const proposed = (await officer.rows('/direct-files')).find(({ state }) => state === 'proposed');
  const applications = [files[0].id, draft.id].map((applicationId) => ({ applicationId }));
  return {
    year: [{ year: versions[0].year }],
    number: [running.number, files[0].number, draft.number].map((number) => ({ number })),
    callNumber: [{ callNumber: running.number }],
    enterpriseNumber: [{ enterpriseNumber: files[0].enterpriseNumber }],
    'subjectType,subjectId': [
      ['application', files[0].id],
      ['application', draft.id],
      ['review-assignment', assignments[0].id],
      ['decision', decisions[0].id],
      ['payment', paid[0].id],
      ['organisation', files[0].organisationId],
    ].map(([subjectType, subjectId]) => ({ subjectType, subjectId })),
    organisationId: [files[0].organisationId, paid[0].organisationId].map((organisationId) => ({ organisationId })),
    versionId: [{ versionId: versions[0].id }],
    'versionId,otherId': [{ versionId: versions[0].id, otherId: versions[1].id }],
    'to,from': versions.slice(0, 1).map(({ year, number }) => ({ to: `${year}-${number}`, from: String(year) })),
    // The demonstration has no draft, and so no scenario beside one; the canaries of the API read theirs.
    'versionId,scenarioId': [],
    lineId: [{ lineId: lines[0].lineId }],
    callId: [{ callId: running.id }],
    applicationId: applications,
    'applicationId,sectionId': [{ applicationId: draft.id, sectionId: form.sections[0].id }],
    assignmentId: [{ assignmentId: assignments[0].id }],
    batchId: [{ batchId: prepared.id }],
    decisionId: [decisions[0], paid[0]].map((each) => ({ decisionId: each.decisionId ?? each.id })),
    statementId: [{ statementId: statement.id }],
    'batchId,decisionId': [{ batchId: prepared.id, decisionId: decisions[0].id }],
    directFileId: [{ directFileId: proposed.id }],
  };
}
