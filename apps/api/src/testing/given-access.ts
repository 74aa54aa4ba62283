import { randomUUID } from 'node:crypto';
import { access } from '@commonlot/contracts';
import type { Language } from '@commonlot/domain';
import type { Answer, TestApi, TestPerson } from './test-api.js';

export const goodPassword = 'tram langs het kanaal';

/** The session cookie that an answer sets, or null. */
export function sessionTokenOf(answer: Answer<unknown>): string | null {
  const header = [answer.headers['set-cookie'] ?? []].flat().join('\n');
  return /^(?:__Host-)?session=([^;]+)/m.exec(header)?.[1] ?? null;
}

export interface ReadMail {
  readonly subject: string;
  readonly body: string;
  readonly language: string;
}

/** The mails to an address, newest first. */
export async function mailsTo(api: TestApi, email: string): Promise<ReadMail[]> {
  return api.sql<ReadMail>(
    `SELECT m.subject, m.body, m.language FROM outgoing_mail m WHERE m.recipient = $1 ORDER BY m.created_at DESC`,
    [email],
  );
}

/** The token of the link in the newest mail to an address. */
export async function linkTokenTo(api: TestApi, email: string): Promise<string> {
  const [mail] = await mailsTo(api, email);
  const token = /[?&]token=([\w-]+)/.exec(mail?.body ?? '')?.[1];
  if (token === undefined) throw new Error(`No link was mailed to ${email}.`);
  return token;
}

/** Opens and confirms an account as anybody does; returns the person signed in. */
export async function givenAccount(
  api: TestApi,
  options: { email?: string; name?: string; password?: string; screenLanguage?: Language } = {},
): Promise<TestPerson> {
  const { email = `${randomUUID()}@example.org`, name = 'Léa Peeters', password = goodPassword } = options;
  await api.ok(access.signUp, { body: { email, name, password, screenLanguage: options.screenLanguage ?? 'fr' } });
  const answer = await api.call(access.confirmEmail, { body: { token: await linkTokenTo(api, email) } });
  const { person } = access.confirmEmail.response.parse(answer.body);
  const token = sessionTokenOf(answer);
  if (token === null) throw new Error('No session after the confirmation.');
  return { id: person.id, name, email, token };
}
