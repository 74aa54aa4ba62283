import { access } from '@commonlot/contracts';
import { givenAccount, goodPassword } from '../testing/given-access.js';
import { TestApi } from '../testing/test-api.js';

describe.each([
  ['http://localhost:3000', 'session', []],
  ['https://commonlot.example', '__Host-session', ['Secure']],
])('behind %s', (publicUrl, name, also) => {
  let api: TestApi;
  beforeAll(async () => {
    api = await TestApi.start({ settings: { PUBLIC_URL: publicUrl } });
  });
  afterAll(() => api.stop());

  /** Signs in as the web server passes it on: over plain http from its own address. Returns the cookies that it set. */
  async function cookiesOf(email: string): Promise<string[]> {
    const answer = await api.raw({
      method: 'POST',
      url: '/api/session',
      headers: {
        'content-type': 'application/json',
        host: '127.0.0.1:3001',
        origin: new URL(publicUrl).origin,
        'x-forwarded-for': '203.0.113.9',
        'x-forwarded-proto': new URL(publicUrl).protocol.replace(':', ''),
      },
      payload: JSON.stringify({ email, password: goodPassword }),
    });
    expect(answer.status).toBe(200);
    return [answer.headers['set-cookie'] ?? []].flat().map(String);
  }
  const personWith = async (cookie: string) =>
    access.readSession.response.parse(
      (await api.raw({ method: 'GET', url: '/api/session', headers: { cookie } })).body,
    );

  it(`the session is the cookie ${name}, out of reach of scripts and of other sites`, async () => {
    const email = 'lea@choir.example';
    await givenAccount(api, { email });
    const cookies = await cookiesOf(email);
    const [pair = '', ...attributes] = cookies[0]?.split('; ') ?? [];
    expect(pair).toMatch(new RegExp(`^${name}=[\\w-]{43}$`));
    expect(attributes.toSorted()).toEqual(['HttpOnly', 'Max-Age=43200', 'Path=/', 'SameSite=Lax', ...also].toSorted());
    expect((await personWith(pair)).person?.email).toBe(email);
    const other = pair.replace(name, name === 'session' ? '__Host-session' : 'session');
    expect((await personWith(other)).person).toBeNull();
    const [device = '', ...ofDevice] = cookies[1]?.split('; ') ?? [];
    expect(device).toMatch(new RegExp(`^${name.replace('session', 'device')}=[\\w-]{43}$`));
    expect(ofDevice.toSorted()).toEqual(
      ['HttpOnly', 'Max-Age=7776000', 'Path=/', 'SameSite=Strict', ...also].toSorted(),
    );
    expect((await personWith(device.replace('device', 'session'))).person).toBeNull();
  });

  it('signing out takes the cookie back in the same form', async () => {
    const answer = await api.raw({ method: 'DELETE', url: '/api/session' });
    const [pair, ...attributes] = String(answer.headers['set-cookie']).split('; ');
    expect(pair).toBe(`${name}=`);
    expect(attributes).toEqual(expect.arrayContaining(['HttpOnly', 'Path=/', 'SameSite=Lax', ...also]));
    expect(attributes).not.toContain('Domain');
    expect(answer.headers['clear-site-data']).toBe('"cache", "storage"');
  });
});
