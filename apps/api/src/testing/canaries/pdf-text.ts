import { inflateSync } from 'node:zlib';

type Glyphs = ReadonlyMap<string, string>;

/**
 * The words of a PDF as a reader sees them. A letter holds numbers of glyphs in packed streams and no letters: its
 * streams are unpacked, and each number is looked up in the table of its font. Bytes that are no PDF give nothing.
 */
export function pdfText(bytes: Buffer): string {
  const objects = new Map(
    [...bytes.toString('latin1').matchAll(/\b(\d+) 0 obj\b([\s\S]*?)\bendobj\b/g)].map(([, id, body]) => [
      id,
      body ?? '',
    ]),
  );
  const fonts = new Map<string, Glyphs>();
  for (const body of objects.values()) {
    for (const [, name = '', id] of body.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const table = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id) ?? '')?.[1];
      if (table !== undefined) fonts.set(name, glyphsOf(unpacked(objects.get(table) ?? '')));
    }
  }
  const streams = [...objects.values()].map(unpacked);
  return streams.map((stream) => shownIn(stream, fonts)).join('\n');
}

/** The stream of an object without its packing; nothing when it has none. */
function unpacked(body: string): string {
  const [head = '', stream] = body.split(/\bstream\r?\n/, 2);
  if (stream === undefined) return '';
  if (!head.includes('/FlateDecode')) return stream;
  try {
    return inflateSync(Buffer.from(stream, 'latin1'), { finishFlush: 2 }).toString('latin1');
  } catch {
    return '';
  }
}

const unicode = (hex: string) => Buffer.from(hex, 'hex').swap16().toString('utf16le');

/** The table from numbers of glyphs to text (PDF 32000-1, 9.10.3), as single entries and as ranges. */
function glyphsOf(table: string): Glyphs {
  const glyphs = new Map<string, string>();
  for (const [, section = ''] of table.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, code = '', text = ''] of section.matchAll(/<([0-9a-f]{4})>\s*<([0-9a-f]+)>/gi)) {
      glyphs.set(code.toLowerCase(), unicode(text));
    }
  }
  for (const [, section = ''] of table.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    for (const [, from = '', list = ''] of section.matchAll(/<([0-9a-f]{4})>\s*<[0-9a-f]{4}>\s*\[([^\]]*)\]/gi)) {
      for (const [index, [, text = '']] of [...list.matchAll(/<([0-9a-f]*)>/gi)].entries()) {
        glyphs.set((Number.parseInt(from, 16) + index).toString(16).padStart(4, '0'), unicode(text));
      }
    }
  }
  return glyphs;
}

/** What the operators of a page show, a line for each run of text. */
function shownIn(stream: string, fonts: ReadonlyMap<string, Glyphs>): string {
  const lines: string[] = [];
  let font: Glyphs | undefined;
  for (const [, name, run] of stream.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (name !== undefined) font = fonts.get(name);
    else {
      const codes = [...(run ?? '').matchAll(/<([0-9a-f]*)>/gi)].flatMap(([, hex = '']) => hex.match(/.{4}/g) ?? []);
      lines.push(codes.map((code) => font?.get(code.toLowerCase()) ?? '').join(''));
    }
  }
  return lines.join('\n');
}
