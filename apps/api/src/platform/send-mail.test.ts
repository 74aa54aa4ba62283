import { access } from '@commonlot/contracts';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { TestApi } from '../testing/test-api.js';
import { SendMail } from './send-mail.js';
import { Transactions } from './transactions.js';
import { type Mail, systemActor } from './tx.js';

interface Received {
  readonly messageId: string | undefined;
  readonly subject: string | undefined;
  readonly text: string | undefined;
  readonly to: string;
  readonly language: unknown;
  readonly headers: readonly string[];
  readonly isPage: boolean;
}

/** A mail server that keeps what it accepts and answers 451 as often as it is told. */
class Sink {
  readonly received: Received[] = [];
  readonly offered: (string | undefined)[] = [];
  refusals = 0;
  private readonly server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData: (stream, session, done) => {
      void simpleParser(stream).then((mail) => {
        this.offered.push(mail.messageId);
        if (this.refusals > 0) {
          this.refusals -= 1;
          return done(Object.assign(new Error('try again later'), { responseCode: 451 }));
        }
        const to = session.envelope.rcptTo.map(({ address }) => address).join();
        const language = mail.headers.get('content-language');
        const { messageId, subject, text } = mail;
        const headers = [...mail.headers.keys()];
        this.received.push({ messageId, subject, text, to, language, headers, isPage: mail.html !== false });
        return done();
      }, done);
    },
  });

  /** Listens on a free port; returns its address. */
  async start(): Promise<string> {
    await new Promise<void>((resolve) => {
      this.server.listen(0, '127.0.0.1', () => resolve());
    });
    const address = this.server.server.address();
    if (address === null || typeof address === 'string') throw new Error('The sink has no port.');
    return `smtp://127.0.0.1:${address.port}`;
  }

  async stop(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.server.close(() => resolve());
    });
  }
}

const sink = new Sink();
let api: TestApi;
beforeAll(async () => {
  api = await TestApi.start({ settings: { SMTP_URL: await sink.start() } });
});
afterAll(async () => {
  await api.stop();
  await sink.stop();
});

const mail = (dedupeKey: string, change: Partial<Mail> = {}): Mail => ({
  personId: null,
  to: 'lea@choir.example',
  language: 'fr',
  subject: 'Décision reçue : « Chœur à Liège » – 5 000 €',
  body: 'Bonjour Léa,\n\nVotre demande est arrivée. Größe, ĳ, 🎺.\n\n.\n\nhttps://example.org/?token=a=b',
  dedupeKey,
  ...change,
});
const write = (order: Mail) => api.get(Transactions).run(systemActor, (tx) => tx.mail(order));
const outbox = async (dedupeKey: string) => {
  const [row] = await api.sql<{ id: string; sent: boolean; failures: number; last_error: string | null }>(
    'SELECT id, sent_at IS NOT NULL AS sent, failures, last_error FROM outgoing_mail WHERE dedupe_key = $1',
    [dedupeKey],
  );
  if (row === undefined) throw new Error(`No mail ${dedupeKey}.`);
  return row;
};
const sentAs = (id: string) => sink.received.filter(({ messageId }) => messageId === `<${id}@localhost>`);

test('a mail arrives with its accents, once, however often its job runs and whoever orders it again', async () => {
  const order = mail('accents');
  await write(order);
  await write(order);
  await api.work();
  const { id, sent } = await outbox('accents');
  expect(sent).toBe(true);
  await api.get(SendMail).run(id);
  await api.work();
  const arrived = sentAs(id);
  expect(arrived).toHaveLength(1);
  expect(arrived[0]).toMatchObject({ subject: order.subject, to: order.to, language: 'fr' });
  expect(arrived[0]?.text?.trimEnd()).toBe(order.body);
});

test('after a 451 the mail is tried again with the same Message-ID', async () => {
  sink.refusals = 1;
  await write(mail('later'));
  await api.work();
  const failed = await outbox('later');
  expect(failed).toMatchObject({ sent: false, failures: 1, last_error: expect.stringContaining('451') });
  expect(sentAs(failed.id)).toHaveLength(0);
  // The queue waits before it tries again; the test does not.
  await api.sql(`UPDATE graphile_worker._private_jobs SET run_at = now() WHERE key = $1`, [`send-mail:${failed.id}`]);
  await api.work();
  expect(await outbox('later')).toMatchObject({ sent: true, failures: 1 });
  expect(sentAs(failed.id)).toHaveLength(1);
  const offers = sink.offered.filter((messageId) => messageId === `<${failed.id}@localhost>`);
  expect(offers).toHaveLength(2);
});

test('a line break in a subject adds no header and no recipient', async () => {
  await write(mail('injected', { subject: 'Chœur\r\nBcc: victim@choir.example\r\n\r\nX' }));
  await api.work();
  const { id } = await outbox('injected');
  expect(sentAs(id)).toMatchObject([{ subject: 'Chœur Bcc: victim@choir.example X', to: 'lea@choir.example' }]);
});

test('a name with line breaks is refused, and one that stands adds no header, no recipient and no second mail', async () => {
  const name =
    'Eve\r\nBcc: victim@choir.example\r\nContent-Type: text/html\r\n\r\n<script>alert(1)</script>\r\n.\r\nMAIL FROM';
  const email = `"eve\r\nBcc: victim"@choir.example`;
  const password = 'tram langs het kanaal';
  expect(await api.refused(access.signUp, { body: { email, name, password, screenLanguage: 'fr' } })).toMatchObject({
    code: 'request.malformed',
    details: { faults: [{ path: 'body.email' }, { path: 'body.name' }] },
  });
  // It came in by another door: the mail itself must not trust it.
  const eve = await api.person([], name);
  const before = sink.received.length;
  await api.ok(access.requestPasswordReset, { body: { email: eve.email, screenLanguage: 'fr' } });
  await api.work();
  const [mail, ...more] = sink.received.slice(before);
  expect(more).toEqual([]);
  expect(mail).toMatchObject({ to: eve.email });
  expect(mail?.headers).toEqual(expect.not.arrayContaining(['bcc', 'cc', 'reply-to']));
  expect(mail?.isPage).toBe(false);
});

test('what is rolled back is never sent', async () => {
  const order = api.get(Transactions).run(systemActor, async (tx) => {
    await tx.mail(mail('rolled-back'));
    throw new Error('changed my mind');
  });
  await expect(order).rejects.toThrow('changed my mind');
  await api.work();
  expect(await api.sql('SELECT 1 FROM outgoing_mail WHERE dedupe_key = $1', ['rolled-back'])).toEqual([]);
});
