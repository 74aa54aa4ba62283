/** The documents that people may attach, by what the first bytes say; the name and the declared type must agree. */
const zip = [0x50, 0x4b, 0x03, 0x04];
const fileTypes = [
  { extension: 'pdf', mediaType: 'application/pdf', magic: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { extension: 'png', mediaType: 'image/png', magic: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { extension: 'jpg', mediaType: 'image/jpeg', magic: [0xff, 0xd8, 0xff] },
  { extension: 'jpeg', mediaType: 'image/jpeg', magic: [0xff, 0xd8, 0xff] },
  {
    extension: 'docx',
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    magic: zip,
  },
  { extension: 'xlsx', mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', magic: zip },
  { extension: 'odt', mediaType: 'application/vnd.oasis.opendocument.text', magic: zip },
  { extension: 'ods', mediaType: 'application/vnd.oasis.opendocument.spreadsheet', magic: zip },
] as const;

export const attachableExtensions = fileTypes.map((type) => type.extension);

/** The media type of a file by its name and first bytes, or null when they do not fit a type that may be attached. */
export function mediaTypeOf(name: string, head: Uint8Array): string | null {
  const extension = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  const type = fileTypes.find((known) => known.extension === extension);
  if (type === undefined || !type.magic.every((byte, index) => head[index] === byte)) return null;
  return type.mediaType;
}

/** A file name as it is kept: the last part of a path, no control or direction characters, at most 200 long. */
export function safeFileName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  const clean = last
    .normalize('NFC')
    .replaceAll(/[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g, '')
    .trim();
  if (clean === '' || clean.startsWith('.')) return `file${clean}`;
  return clean.length <= 200 ? clean : clean.slice(0, 150) + clean.slice(-50);
}
