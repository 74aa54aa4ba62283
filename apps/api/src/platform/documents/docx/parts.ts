import type { FileLanguage } from '@commonlot/domain';
import type { DocumentModel } from '../document.js';
import { escaped, localeOf, part } from './words.js';

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const media = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

const override = (path: string, type: string) => `<Override PartName="${path}" ContentType="${type}"/>`;

export const contentTypes = `${xml}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${[
  override('/word/document.xml', `${media}.document.main+xml`),
  override('/word/styles.xml', `${media}.styles+xml`),
  override('/word/numbering.xml', `${media}.numbering+xml`),
  override('/word/settings.xml', `${media}.settings+xml`),
  override('/word/header1.xml', `${media}.header+xml`),
  override('/word/footer1.xml', `${media}.footer+xml`),
  override('/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'),
].join('')}</Types>`;

const relationsOf = (entries: readonly (readonly [id: string, type: string, target: string])[]) =>
  `${xml}<Relationships xmlns="${packages}/relationships">${entries
    .map(([id, type, target]) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`)
    .join('')}</Relationships>`;

export const rootRelations = relationsOf([
  ['document', `${office}/officeDocument`, 'word/document.xml'],
  ['core', `${packages}/relationships/metadata/core-properties`, 'docProps/core.xml'],
]);

export const documentRelations = relationsOf([
  ['styles', `${office}/styles`, 'styles.xml'],
  ['numbering', `${office}/numbering`, 'numbering.xml'],
  ['settings', `${office}/settings`, 'settings.xml'],
  ['header', `${office}/header`, 'header1.xml'],
  ['footer', `${office}/footer`, 'footer1.xml'],
]);

export const settings = part('w:settings', '<w:compat/>');

export const numbering = part(
  'w:numbering',
  '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="\u2022"/>' +
    '<w:pPr><w:ind w:left="360" w:hanging="240"/></w:pPr></w:lvl></w:abstractNum>' +
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
);

interface Look {
  readonly name: string;
  /** Half points. */
  readonly size?: number;
  readonly isBold?: boolean;
  readonly colour?: string;
  /** Twentieths of a point above and below. */
  readonly space?: readonly [number, number];
  /** Level of a heading, from 0. */
  readonly level?: number;
  readonly more?: string;
}

const looks: Readonly<Record<string, Look>> = {
  Title: { name: 'Title', size: 34, isBold: true, space: [120, 120] },
  Heading1: { name: 'heading 1', size: 25, isBold: true, colour: '0D524B', space: [280, 80], level: 0 },
  Heading2: { name: 'heading 2', size: 21, isBold: true, space: [160, 20], level: 1 },
  Letterhead: { name: 'Letterhead', size: 32, isBold: true, colour: '0D524B', space: [0, 0] },
  Note: { name: 'Note', size: 19, colour: '455356', space: [0, 120] },
  Mark: { name: 'Mark', isBold: true, colour: '0D524B', space: [0, 160] },
  TableHead: { name: 'Table head', size: 19, isBold: true, colour: '455356', space: [60, 60] },
  TableText: { name: 'Table text', size: 20, space: [40, 40] },
  ListBullet: {
    name: 'List Bullet',
    more: '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>',
  },
  Header: { name: 'header', size: 18, isBold: true, colour: '0D524B', space: [0, 0] },
  Footer: {
    name: 'footer',
    size: 17,
    colour: '455356',
    space: [0, 0],
    more: '<w:tabs><w:tab w:val="right" w:pos="9298"/></w:tabs>',
  },
};

function styleOf([id, look]: readonly [string, Look]): string {
  const { name, size, isBold, colour, space, level, more = '' } = look;
  const keep = level === undefined ? '' : '<w:keepNext/>';
  const spacing = space === undefined ? '' : `<w:spacing w:before="${space[0]}" w:after="${space[1]}"/>`;
  const outline = level === undefined ? '' : `<w:outlineLvl w:val="${level}"/>`;
  const letters = [
    isBold === true ? '<w:b/>' : '',
    colour === undefined ? '' : `<w:color w:val="${colour}"/>`,
    size === undefined ? '' : `<w:sz w:val="${size}"/>`,
  ].join('');
  return (
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:qFormat/>` +
    `<w:pPr>${keep}${more}${spacing}${outline}</w:pPr><w:rPr>${letters}</w:rPr></w:style>`
  );
}

const ruled =
  '<w:style w:type="table" w:styleId="Ruled"><w:name w:val="Ruled"/><w:tblPr><w:tblBorders>' +
  '<w:bottom w:val="single" w:sz="4" w:space="0" w:color="9BC9C0"/>' +
  '<w:insideH w:val="single" w:sz="4" w:space="0" w:color="9BC9C0"/></w:tblBorders></w:tblPr></w:style>';

/** The styles, and the language of every text that names none. */
export const styles = (language: FileLanguage): string =>
  part(
    'w:styles',
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri"/><w:sz w:val="21"/>' +
      `<w:lang w:val="${localeOf(language)}"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>` +
      '<w:spacing w:after="140" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>' +
      '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>' +
      `${Object.entries(looks).map(styleOf).join('')}${ruled}`,
  );

export const coreProperties = ({ title, author, createdAt, language }: DocumentModel): string =>
  `${xml}<cp:coreProperties xmlns:cp="${packages}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" ` +
  'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
  `<dc:title>${escaped(title)}</dc:title><dc:creator>${escaped(author)}</dc:creator>` +
  `<dc:language>${localeOf(language)}</dc:language>` +
  `<dcterms:created xsi:type="dcterms:W3CDTF">${createdAt.toISOString()}</dcterms:created></cp:coreProperties>`;
