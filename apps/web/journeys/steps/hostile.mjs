import { hostileNames, hostileText } from '../support/hostile-texts.mjs';

const [nameText, titleText, thirdText] = hostileNames;
const inAllLanguages = (text) => ({ nl: text, fr: text, de: text, en: text });
const only = (record, fields) => Object.fromEntries(fields.map((field) => [field, record[field]]));

/**
 * Each types hostile texts wherever this person can, through the interface, and gives back what takes them away again:
 * the pages are looked at by other journeys too.
 */
export async function typeAsApplicant(api) {
  const { rows: own } = await api.get('/own-applications');
  const { organisationId } = own.find(({ releasedState }) => releasedState === 'awarded');
  const before = await api.get(`/organisations/${organisationId}`);
  const fields = ['name', 'street', 'legalForm', 'postalCode', 'municipalityNis', 'language', 'website', 'purpose'];
  const save = async (texts) => {
    const { revision } = await api.get(`/organisations/${before.id}`);
    await api.put(`/organisations/${before.id}`, { ...only(before, fields), ...texts, revision });
  };
  await save({ name: nameText, street: titleText, purpose: hostileText });

  const { id } = own.find(({ releasedState }) => releasedState === 'draft');
  const { form, answers } = await api.get(`/own-applications/${id}`);
  const questions = form.sections.flatMap((section) => section.questions);
  const ofText = questions.filter(({ type }) => type === 'short-text' || type === 'long-text');
  const answer = async (textOf) => {
    const { revision } = await api.get(`/own-applications/${id}`);
    const typed = Object.fromEntries(ofText.map((question) => [question.id, textOf(question)]));
    await api.patch(`/applications/${id}/draft`, { answers: typed, revision });
  };
  await answer(({ maxCharacters }) => hostileText.slice(0, maxCharacters ?? 200).trim());
  const question = questions.find(({ type }) => type === 'files');
  const fileName = encodeURIComponent(`${nameText.replaceAll('/', '')}.pdf`);
  const file = await api.send(
    `/applications/${id}/files?questionId=${question.id}&name=${fileName}`,
    Buffer.from('%PDF-1.7\n'),
  );
  const undo = async () => {
    await save({});
    await answer((asked) => answers[asked.id] ?? '');
    await api.remove(`/applications/${id}/files/${file.fileId}`);
  };
  return { enterpriseNumber: before.enterpriseNumber, undo };
}

/** A call in preparation and a direct file, which stays with texts that do no harm. */
export async function typeAsOfficer(api) {
  const { rows: calls } = await api.get('/calls');
  const model = await api.get(`/calls/${calls.find(({ state }) => state === 'settled').id}`);
  const { id } = await api.post('/calls', { lineId: model.lineId, title: inAllLanguages(nameText) });
  const { revision } = await api.get(`/calls/${id}`);
  const dates = ['opensOn', 'opensAtClock', 'closesOn', 'closesAtClock'];
  const sections = model.form.sections.map((section) => ({
    ...section,
    title: inAllLanguages(thirdText),
    questions: section.questions.map((question) => ({ ...question, label: inAllLanguages(nameText) })),
  }));
  const written = await api.put(`/calls/${id}`, {
    ...only(model, ['lineId', ...dates, 'envelopeCents', 'maxAmountCents', 'maxSharePercent']),
    title: inAllLanguages(nameText),
    summary: inAllLanguages(hostileText.slice(0, 600)),
    description: inAllLanguages(hostileText),
    eligibility: inAllLanguages(hostileText),
    criteria: model.criteria.map((criterion) => ({ ...criterion, title: inAllLanguages(titleText) })),
    form: { sections },
    revision,
  });
  const { rows: files } = await api.get('/direct-files');
  const like = only(files[0], ['lineId', 'organisationId', 'fileLanguage', 'requestedCents']);
  const file = await api.post('/direct-files', { ...like, title: titleText, purpose: hostileText });
  const undo = async () => {
    const { revision: ofFile } = await api.get(`/direct-files/${file.id}`);
    const harmless = { title: files[0].title, purpose: files[0].purpose, revision: ofFile };
    await api.put(`/direct-files/${file.id}`, { ...like, ...harmless });
    await api.remove(`/calls/${id}?revision=${written.revision}`);
  };
  return { callId: id, undo };
}

/** The reasons of a decision that waits for its signature. */
export async function typeAsMinister(api) {
  const { rows: batches } = await api.get('/decision-batches');
  const batch = batches.find(({ state }) => state === 'prepared');
  const { rows } = await api.get(`/decision-batches/${batch.id}`);
  const before = await api.get(`/decisions/${rows[0].id}`);
  const fields = ['outcome', 'amountCents', 'criterionReasons', 'reason', 'publicReason', 'deviationReason', 'act'];
  const save = async (texts) => {
    const { revision } = await api.get(`/decisions/${before.id}`);
    await api.put(`/decisions/${before.id}`, { ...only(before, fields), ...texts, revision });
  };
  await save({ reason: hostileText, publicReason: hostileText.slice(0, 1000), deviationReason: hostileText });
  return () => save({});
}

/** The name that every page shows at its top. */
export async function typeOwnName(api) {
  const { person } = await api.get('/session');
  const save = (name) => api.put('/account', { name, screenLanguage: person.screenLanguage });
  await save(nameText);
  return () => save(person.name);
}
