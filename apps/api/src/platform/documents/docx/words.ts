import type { FileLanguage } from '@commonlot/domain';

const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Control characters that XML cannot hold, and marks that turn the direction of a text: an amount could read backwards. */
const unseen =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g;

/** A text as XML holds it, in elements and in attributes. */
export const escaped = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(unseen, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

export const element = (name: string, content: string): string => `<${name}>${content}</${name}>`;

/** The whole of a part of the file. */
export const part = (name: string, content: string): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<${name} xmlns:w="${word}" xmlns:r="${relations}">${content}</${name}>`;

/** The language as a word processor names it. */
export const localeOf = (language: FileLanguage): string => `${language}-BE`;

/** A text with its line ends; with a language of its own when it is not that of the document. */
export function run(text: string, language?: FileLanguage): string {
  const look = language === undefined ? '' : `<w:rPr><w:lang w:val="${localeOf(language)}"/></w:rPr>`;
  const lines = text.split('\n').map((line) => `<w:t xml:space="preserve">${escaped(line)}</w:t>`);
  return `<w:r>${look}${lines.join('<w:br/>')}</w:r>`;
}

/** A number that the word processor reckons: PAGE, NUMPAGES. */
export const field = (name: string): string => `<w:fldSimple w:instr=" ${name} "><w:r><w:t>1</w:t></w:r></w:fldSimple>`;

export function paragraph(style: string | null, runs: string, isRight = false): string {
  const look = `${style === null ? '' : `<w:pStyle w:val="${style}"/>`}${isRight ? '<w:jc w:val="right"/>' : ''}`;
  return `<w:p>${look === '' ? '' : element('w:pPr', look)}${runs}</w:p>`;
}
