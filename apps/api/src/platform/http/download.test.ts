import fc from 'fast-check';
import { dispositionOf } from './download.js';

/** Reads the header as a browser does: RFC 6266, the extended name before the plain one. */
function readName(header: string): { plain: string; extended: string } {
  const form = /^attachment; filename="((?:[^"\\])*)"; filename\*=UTF-8''([A-Za-z0-9!#$&+.^_`|~%-]*)$/.exec(header);
  if (form === null) throw new Error(`No such header: ${JSON.stringify(header)}`);
  return { plain: form[1] ?? '', extended: decodeURIComponent(form[2] ?? '') };
}

it.each([
  'begroting 2026.pdf',
  'réunion “été”.pdf',
  'a";filename="b.exe',
  'a\r\nSet-Cookie: session=x.pdf',
  'a\\"b\\.pdf',
  '100%.pdf',
  "l'été (1)*.pdf",
  '🎺.pdf',
  '\u202efdp.exe',
  'x'.repeat(255),
  '',
])('names the file %j so that a reader gets the same name', (name) => {
  const header = dispositionOf(name);
  expect(header).toMatch(/^[\x20-\x7e]*$/);
  expect(readName(header).extended).toBe(name);
});

it('gives half a character as a mark, and does not stumble over it', () => {
  expect(readName(dispositionOf('a\ud800.pdf'))).toEqual({ plain: 'a_.pdf', extended: 'a\ufffd.pdf' });
});

it('lets no name out of its quotes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (name) => {
      const header = dispositionOf(name);
      expect(header).toMatch(/^[\x20-\x7e]*$/);
      expect(readName(header).extended).toBe(name.toWellFormed());
    }),
  );
});
