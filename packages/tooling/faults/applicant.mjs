import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';

const hash = (bytes) => createHash('sha256').update(bytes).digest('hex');

let serial = Math.floor(Math.random() * 80_000);
/** The next enterprise number of the invented series 09, with right check digits. */
function nextEnterpriseNumber() {
  serial += 1;
  const first8 = 9_200_000 + serial;
  return `0${first8}${String(97 - (first8 % 97)).padStart(2, '0')}`;
}

/** Answers to every required question of the form that each call begins with; six tenths of the costs are asked. */
const answersOf = (title) => ({
  title,
  ...{ summary: 'Elke week zingen bewoners en buren samen.', need: 'Veel bewoners krijgen nooit bezoek.' },
  ...{ municipality: '21004', 'starts-on': '2027-01-15', 'ends-on': '2027-12-15', 'people-reached': 120 },
  ...{ 'target-groups': ['seniors'], 'how-reached': 'Via het rusthuis en de buurtkrant.' },
  budget: {
    costs: [{ label: 'Zaal', amountCents: 1_000_000 }],
    incomes: [
      { label: 'Eigen middelen', amountCents: 400_000, kind: 'own' },
      { label: 'Nationale Loterij', amountCents: 600_000, kind: 'requested' },
    ],
  },
});

/**
 * Somebody who applies, again and again, while the system breaks down: who keeps what was acknowledged, and asks again
 * what was not.
 */
export class Applicant {
  /** What the system has promised to keep: the receipt with everything that was sent. */
  receipts = [];
  /** How often nobody knew whether it was done. */
  unknowns = 0;
  /** Answers that nobody should get. */
  complaints = [];
  #isOver = false;

  constructor({ http, as, callNumber, chance }) {
    Object.assign(this, { http, as, callNumber, chance });
  }

  async work() {
    while (!this.#isOver) await this.#apply();
  }

  stop() {
    this.#isOver = true;
  }

  async #apply() {
    const title = `Koor ${randomUUID()}`;
    const organisation = await this.#create('/organisations', {
      ...{
        enterpriseNumber: nextEnterpriseNumber(),
        name: title.slice(0, 40),
        legalForm: '017',
        street: 'Kerkstraat 1',
      },
      ...{ postalCode: '9000', municipalityNis: '44021', language: 'nl', website: null, purpose: 'Zingen' },
    });
    const application = await this.#create('/applications', {
      callNumber: this.callNumber,
      organisationId: organisation.id,
      fileLanguage: 'nl',
    });
    await this.#save(application.id, answersOf(title));
    const files = [await this.#attach(application.id, 'een.pdf'), await this.#attach(application.id, 'twee.pdf')];
    const { revision } = await this.#read(application.id);
    const path = `/applications/${application.id}/submission`;
    const receipt = await this.#create(path, { revision, declaresTruth: true }, 200);
    this.receipts.push({ id: application.id, title, files, ...receipt });
  }

  /** Creates with a key and asks until it is answered; the same key is sent each time, so that it is done once. */
  async #create(path, body, success = 201) {
    const key = randomUUID();
    const answer = await this.#untilAnswered(() => this.http.send('POST', path, { as: this.as, key, body }));
    if (answer.status !== success) throw new Error(`POST ${path} answered ${answer.status}: ${answer.bytes}`);
    return JSON.parse(answer.bytes);
  }

  /** An autosave has no key: who got no answer reads what is there, and goes on from that. */
  async #save(id, answers) {
    for (;;) {
      const { revision, title } = await this.#read(id);
      if (title === answers.title) return;
      const path = `/applications/${id}/draft`;
      const answer = await this.http.send('PATCH', path, { as: this.as, body: { answers, revision } });
      if (answer.status === 200) return;
      if (answer.status !== 409) await this.#noteUnknown('PATCH', path, answer);
    }
  }

  /** A file that was not acknowledged is looked for in the list and sent again when it is not there. */
  async #attach(id, name) {
    const bytes = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(this.chance.whole(1_000, 60_000))]);
    for (;;) {
      const { attachments } = await this.#read(id);
      const present = attachments.find((file) => file.name === name);
      if (present) return { fileId: present.fileId, name, sha256: hash(bytes) };
      const path = `/applications/${id}/files?questionId=quotes&name=${name}`;
      const answer = await this.http.send('POST', path, { as: this.as, body: bytes });
      if (answer.status === 201) return { fileId: JSON.parse(answer.bytes).fileId, name, sha256: hash(bytes) };
      await this.#noteUnknown('POST', path, answer);
    }
  }

  async #read(id) {
    const path = `/own-applications/${id}`;
    const answer = await this.#untilAnswered(() => this.http.send('GET', path, { as: this.as }));
    if (answer.status !== 200) throw new Error(`GET ${path} answered ${answer.status}: ${answer.bytes}`);
    return JSON.parse(answer.bytes);
  }

  async #untilAnswered(send) {
    for (;;) {
      const answer = await send();
      if (answer.status !== 0 && answer.status < 500) return answer;
      await this.#noteUnknown('', '', answer);
    }
  }

  /** A broken connection and "not now" are expected; any other failure is a bug. */
  async #noteUnknown(method, path, { status, bytes }) {
    this.unknowns += 1;
    if (status !== 0 && status !== 503) this.complaints.push(`${method} ${path} answered ${status}: ${bytes}`);
    if (this.unknowns > 100_000) throw new Error('The system does not come back.');
    await pause(30);
  }
}

/** What is not there any more of a receipt and of the files that were sent with it. */
export async function missingOf(http, as, receipt) {
  const own = await http.ok('GET', `/own-applications/${receipt.id}`, { as });
  const missing = [];
  const same = (what, found, promised) => {
    if (found !== promised) missing.push(`${receipt.number}: ${what} is ${found} and not ${promised}`);
  };
  same('the hash of the receipt', own.contentHash, receipt.contentHash);
  same('the number', own.number, receipt.number);
  same('the instant', own.submittedAt, receipt.submittedAt);
  same('the title', own.title, receipt.title);
  same('the number of files', own.attachments.length, receipt.files.length);
  for (const { fileId, name, sha256 } of receipt.files) {
    const file = await http.send('GET', `/applications/${receipt.id}/files/${fileId}`, { as });
    same(`${name}`, file.status === 200 ? hash(file.bytes) : file.status, sha256);
  }
  return missing;
}
