import { type SaxesAttributeNS, SaxesParser } from 'saxes';
import { unreadable } from './faults.js';

/** An element of a file, by its local name. Comments, instructions and the prefix of the name space are left out. */
export interface XmlElement {
  readonly name: string;
  readonly namespace: string;
  readonly line: number;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: XmlElement[];
  text: string;
}

const maximumDepth = 30;
const maximumElements = 400_000;
const maximumText = 4_000;

/**
 * Reads XML as a tree. A document type is refused before anything of it is read, so no entity is ever defined or
 * fetched; depth, number and length of elements are bounded. Throws `bank-statement.invalid`.
 */
export function readXml(text: string): XmlElement {
  const parser = new SaxesParser({ xmlns: true });
  const open: XmlElement[] = [];
  let root: XmlElement | null = null;
  let count = 0;
  parser.on('doctype', () => {
    throw unreadable('doctype', parser.line);
  });
  parser.on('xmldecl', ({ encoding }) => {
    if (encoding !== undefined && !/^utf-?8$/i.test(encoding)) throw unreadable('not-utf-8', 1);
  });
  parser.on('error', () => {
    throw unreadable('xml-malformed', parser.line);
  });
  parser.on('opentag', ({ local, uri, attributes }) => {
    count += 1;
    if (count > maximumElements) throw unreadable('too-large', parser.line);
    if (open.length >= maximumDepth) throw unreadable('too-deep', parser.line);
    const element = elementOf(local, uri, attributes, parser.line);
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
  });
  const add = (part: string) => {
    const element = open.at(-1);
    if (element === undefined) return;
    element.text += part;
    if (element.text.length > maximumText) throw unreadable('text-too-long', parser.line);
  };
  parser.on('text', add);
  parser.on('cdata', add);
  parser.on('closetag', () => void open.pop());
  parser.write(text).close();
  if (root === null) throw unreadable('xml-malformed', 1);
  return root;
}

function elementOf(
  name: string,
  namespace: string,
  attributes: Record<string, SaxesAttributeNS>,
  line: number,
): XmlElement {
  const values = Object.values(attributes).map(({ local, value }) => [local, value] as const);
  return { name, namespace, line, attributes: new Map(values), children: [], text: '' };
}

/** The children of that name. */
export const all = (element: XmlElement | undefined, name: string): XmlElement[] =>
  element?.children.filter((child) => child.name === name) ?? [];

/** The first element down a path of names, 'Acct/Id/IBAN'. */
export function at(element: XmlElement | undefined, path: string): XmlElement | undefined {
  return path
    .split('/')
    .reduce<XmlElement | undefined>((found, name) => found?.children.find((child) => child.name === name), element);
}

/** The text down a path, trimmed; empty when there is none. */
export const textAt = (element: XmlElement | undefined, path: string): string => at(element, path)?.text.trim() ?? '';
