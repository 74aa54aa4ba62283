import { readdir } from 'node:fs/promises';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { applications } from '@commonlot/contracts';
import { HttpAdapterHost } from '@nestjs/core';
import { CONFIG, type Config } from '../platform/index.js';
import {
  type GivenApplication,
  givenDraft,
  givenFile,
  givenSubmittedApplication,
  pdf,
  upload,
} from '../testing/given-application.js';
import { type GivenCall, givenOpenCall } from '../testing/given-call.js';
import { givenMember } from '../testing/given-organisations.js';
import { givenPlanInForce } from '../testing/given-plan.js';
import { TestApi, type TestPerson } from '../testing/test-api.js';

let api: TestApi;
let call: GivenCall;
beforeAll(async () => {
  api = await TestApi.start({ processes: 2, settings: { MAX_FILE_BYTES: '2048' } });
  call = await givenOpenCall(api, await givenPlanInForce(api));
});
afterAll(() => api.stop());

const codeOf = (answer: { body: unknown }) => (answer.body as { code?: string }).code;
const read = ({ id, organisation }: GivenApplication) =>
  api.ok(applications.readOwnApplication, { params: { applicationId: id } }, { as: organisation.representative });
const download = (applicationId: string, fileId: string, as: TestPerson) =>
  api.call(applications.readApplicationFile, { params: { applicationId, fileId } }, { as });

/** Everything on the disk below the folder of files. */
async function filesOnDisk(): Promise<string[]> {
  const { FILES_DIRECTORY } = api.get(CONFIG as never) as Config;
  const entries = await readdir(FILES_DIRECTORY, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => entry.name);
}

describe('attaching', () => {
  it('keeps the bytes, whoever reads them back', async () => {
    const draft = await givenDraft(api, call);
    const file = await givenFile(api, draft, { name: 'Offerte café "1".pdf' });
    expect(file).toMatchObject({ questionId: 'quotes', mediaType: 'application/pdf', sizeBytes: pdf.length });
    const { attachments, answers, revision } = await read(draft);
    expect(attachments).toEqual([file]);
    expect(answers['quotes']).toEqual([file.fileId]);
    // A file does not make what is typed at the same time stale.
    expect(revision).toBe(draft.revision);
    const answer = await download(draft.id, file.fileId, draft.organisation.representative);
    expect(answer.status).toBe(200);
    expect(answer.raw.equals(pdf)).toBe(true);
    expect(answer.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(pdf.length),
      'content-disposition': `attachment; filename="Offerte caf_ _1_.pdf"; filename*=UTF-8''Offerte%20caf%C3%A9%20%221%22.pdf`,
      'x-content-type-options': 'nosniff',
    });
  });

  it.each([
    ['an empty file', { bytes: Buffer.alloc(0) }, 'file.empty'],
    ['bytes of another kind', { bytes: Buffer.from('MZ this is a program') }, 'file.type-refused'],
    [
      'a picture that calls itself a document',
      { bytes: Buffer.from('89504e470d0a1a0a00', 'hex') },
      'file.type-refused',
    ],
    ['a name without a kind', { name: 'offerte' }, 'file.type-refused'],
    ['a page', { name: 'x.html', bytes: Buffer.from('<script>1</script>') }, 'file.type-refused'],
    ['one byte too many', { bytes: Buffer.concat([pdf, Buffer.alloc(2049 - pdf.length)]) }, 'file.too-large'],
    ['a question that takes no files', { questionId: 'title' }, 'record.missing'],
    ['a question that does not exist', { questionId: '__proto__' }, 'record.missing'],
  ] as const)('refuses %s, and leaves nothing behind', async (_case, options, code) => {
    const draft = await givenDraft(api, call);
    const before = await filesOnDisk();
    expect(codeOf(await upload(api, draft, options))).toBe(code);
    expect(await filesOnDisk()).toEqual(before);
    expect((await read(draft)).attachments).toEqual([]);
  });

  it('takes a file of just the most', async () => {
    const draft = await givenDraft(api, call);
    await givenFile(api, draft, { bytes: Buffer.concat([pdf, Buffer.alloc(2048 - pdf.length)]) });
  });

  it.each([
    ['../../etc/passwd.pdf', 'passwd.pdf'],
    ['C:\\Users\\me\\plan.pdf', 'plan.pdf'],
    ['\u202efdp.exe.pdf', 'fdp.exe.pdf'],
    ['.pdf', 'file.pdf'],
  ])('keeps %j as %s', async (name, kept) => {
    const draft = await givenDraft(api, call);
    expect((await givenFile(api, draft, { name })).name).toBe(kept);
  });

  it('refuses JSON where bytes belong', async () => {
    const draft = await givenDraft(api, call);
    const refused = await api.refused(
      applications.attachFile,
      { params: { applicationId: draft.id }, query: { questionId: 'quotes', name: 'offerte.pdf' } },
      {
        as: draft.organisation.representative,
      },
    );
    expect(refused.code).toBe('request.unsupported-media');
  });

  it('takes as many as the question takes, whoever sends at the same time', async () => {
    const draft = await givenDraft(api, call);
    const answers = await Promise.all(
      [0, 1, 2, 3, 4].map((index) => upload(api, draft, { questionId: 'other-documents', process: index % 2 })),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 201, 201, 409, 409]);
    expect(answers.map(codeOf)).toContain('file.too-many');
    const { attachments } = await read(draft);
    expect(attachments).toHaveLength(3);
    const onDisk = await filesOnDisk();
    expect(attachments.every(({ fileId }) => onDisk.includes(fileId))).toBe(true);
    const [kept] = await api.sql<{ n: number }>('SELECT count(*)::int AS n FROM stored_file');
    expect(onDisk).toHaveLength(kept?.n ?? -1);
  });

  it('is for editors of a draft', async () => {
    const draft = await givenDraft(api, call);
    const sent = await givenSubmittedApplication(api, call);
    expect(codeOf(await upload(api, draft, { as: await api.person(['officer']) }))).toBe('record.missing');
    expect(codeOf(await upload(api, draft, { as: await givenMember(api, draft.organisation, 'viewer') }))).toBe(
      'membership.not-allowed',
    );
    expect(codeOf(await upload(api, sent))).toBe('lifecycle.not-allowed');
    await givenFile(api, draft, { as: await givenMember(api, draft.organisation, 'editor') });
  });

  it('leaves nothing of an upload that was broken off', async () => {
    const draft = await givenDraft(api, call);
    const before = await filesOnDisk();
    await breakOff(draft);
    expect(await filesOnDisk()).toEqual(before);
    expect((await read(draft)).attachments).toEqual([]);
  });

  /** Promises 1500 bytes over a real socket, sends a few and hangs up; waits until the API has noticed. */
  async function breakOff({ id, organisation }: GivenApplication): Promise<void> {
    const server = api.get(HttpAdapterHost).httpAdapter.getInstance<{
      listen(options: { port: number; host: string }): Promise<string>;
      server: { address(): AddressInfo };
    }>();
    await server.listen({ port: 0, host: '127.0.0.1' });
    const { port } = server.server.address();
    await new Promise<void>((resolve) => {
      const sending = request({
        port,
        host: '127.0.0.1',
        method: 'POST',
        path: `/api/applications/${id}/files?questionId=quotes&name=offerte.pdf`,
        headers: {
          cookie: `session=${organisation.representative.token}`,
          'content-type': 'application/octet-stream',
          'content-length': '1500',
        },
      });
      sending.on('error', () => resolve());
      sending.write(pdf);
      setTimeout(() => sending.destroy(new Error('gone')), 200);
    });
    for (let tries = 0; tries < 50 && (await filesOnDisk()).some((name) => name.endsWith('.part')); tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
});
