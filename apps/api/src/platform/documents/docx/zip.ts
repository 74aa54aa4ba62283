import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipEntry {
  /** Path inside the file, in ASCII. */
  readonly name: string;
  readonly content: Buffer;
}

/** 1 January 1980, the first day that a ZIP file knows: the same content gives the same bytes. */
const noDay = 0x21;

/** Packs a few files of moderate size into one ZIP file (PKWARE APPNOTE 6.3.10, deflate, no ZIP64). */
export function zip(entries: readonly ZipEntry[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, content } of entries) {
    const packed = deflateRawSync(content);
    const head = headOf(content, packed, name);
    const local = Buffer.concat([Buffer.from([0x50, 0x4b, 0x03, 0x04]), head, Buffer.from(name, 'latin1'), packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(at, 10);
    directory.push(Buffer.from([0x50, 0x4b, 0x01, 0x02, 20, 0]), head, rest, Buffer.from(name, 'latin1'));
    parts.push(local);
    at += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 0, 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, central, end]);
}

/** What the entry and its line in the directory say alike: version, method, day, checksum, sizes, length of the name. */
function headOf(content: Buffer, packed: Buffer, name: string): Buffer {
  const head = Buffer.alloc(26);
  head.writeUInt16LE(20, 0);
  head.writeUInt16LE(8, 4);
  head.writeUInt16LE(noDay, 8);
  head.writeUInt32LE(crc32(content), 10);
  head.writeUInt32LE(packed.length, 14);
  head.writeUInt32LE(content.length, 18);
  head.writeUInt16LE(name.length, 22);
  return head;
}
