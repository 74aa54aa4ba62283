/** Documents for people: a model of words, and the tagged PDF that is made of it. */
export type { Block, DocumentModel, Fact, Phrase, TableCell, TableColumn } from './document.js';
export { renderDocx } from './docx/render-docx.js';
export { zip } from './docx/zip.js';
export { renderDocument } from './render-document.js';
