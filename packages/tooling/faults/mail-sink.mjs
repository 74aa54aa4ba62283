import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/**
 * A mail server that keeps what it takes and can be told to misbehave, mail by mail:
 * `refuse` answers 451; `hang` reads the text, keeps nothing and never answers; `cut` takes it and hangs up before its
 * "250"; `hold` takes it and answers when `release` is called; `take` does as it should.
 */
export class MailSink {
  /** What was taken, in order: Message-ID, recipient, subject, and how. */
  taken = [];
  /** How the next mails are treated; `take` when it is empty. */
  script = [];
  /** Settles with the mail that is held. */
  held = Promise.withResolvers();
  #letGo = Promise.withResolvers();
  #sockets = new Set();

  #server;

  /** Listens on a free port; returns its address. */
  async start() {
    await this.resume(0);
    return `smtp://127.0.0.1:${this.#server.server.address().port}`;
  }

  /** Is there again, at the same port. */
  async resume(port) {
    this.#server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      onData: (stream, session, done) => {
        void simpleParser(stream).then((mail) => this.#treat(mail, session, done), done);
      },
    });
    this.#server.server.on('connection', (socket) => {
      this.#sockets.add(socket);
      socket.on('close', () => this.#sockets.delete(socket));
    });
    this.#server.on('error', () => {});
    await new Promise((resolve) => this.#server.listen(port, '127.0.0.1', resolve));
  }

  /** Is away: nobody can connect. */
  async pause() {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** Answers the mail that is held, if its sender still listens. */
  release() {
    this.#letGo.resolve();
    this.#letGo = Promise.withResolvers();
    this.held = Promise.withResolvers();
  }

  copiesOf(id) {
    return this.taken.filter(({ messageId }) => messageId === `<${id}@commonlot.example>`);
  }

  async stop() {
    this.#letGo.resolve();
    await this.pause();
  }

  async #treat(mail, session, done) {
    const how = this.script.shift() ?? 'take';
    const { messageId, subject } = mail;
    if (how === 'refuse') return done(Object.assign(new Error('try again later'), { responseCode: 451 }));
    if (how === 'hang') return undefined;
    const to = session.envelope.rcptTo.map(({ address }) => address).join();
    this.taken.push({ messageId, subject, to, how });
    if (how === 'cut') {
      for (const socket of this.#sockets) if (socket.remotePort === session.remotePort) socket.destroy();
      return undefined;
    }
    if (how === 'hold') {
      this.held.resolve(messageId);
      await this.#letGo.promise;
    }
    return done();
  }
}
