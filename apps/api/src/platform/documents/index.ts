/** Documents for people: a model of words, and the tagged PDF that is made of it. */
export type { Block, DocumentModel, Fact, TableColumn } from './document.js';
export { renderDocument } from './render-document.js';
