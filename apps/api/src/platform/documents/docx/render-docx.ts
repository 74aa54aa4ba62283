import type { Block, DocumentModel, Fact, TableCell } from '../document.js';
import {
  contentTypes,
  coreProperties,
  documentRelations,
  numbering,
  rootRelations,
  settings,
  styles,
} from './parts.js';
import { element, field, paragraph, part, run } from './words.js';
import { zip } from './zip.js';

/** Width between the margins of an A4 page, in twentieths of a point. */
const measure = 9298;

const styleOf = {
  title: 'Title',
  heading: 'Heading1',
  subheading: 'Heading2',
  paragraph: null,
  lead: null,
  note: 'Note',
} as const;

/**
 * Renders a document as DOCX (WordprocessingML, ISO/IEC 29500 transitional): styles that carry the headings, tables
 * whose first row repeats, and the language of every text, so that a word processor can read it aloud and spell it.
 */
export function renderDocx(model: DocumentModel): Buffer {
  const parts: readonly (readonly [string, string])[] = [
    ['[Content_Types].xml', contentTypes],
    ['_rels/.rels', rootRelations],
    ['word/document.xml', bodyOf(model)],
    ['word/_rels/document.xml.rels', documentRelations],
    ['word/styles.xml', styles(model.language)],
    ['word/numbering.xml', numbering],
    ['word/settings.xml', settings],
    ['word/header1.xml', part('w:hdr', paragraph('Header', model.mark === null ? '' : run(model.mark)))],
    ['word/footer1.xml', part('w:ftr', footerOf(model))],
    ['docProps/core.xml', coreProperties(model)],
  ];
  return zip(parts.map(([name, xml]) => ({ name, content: Buffer.from(xml, 'utf8') })));
}

function bodyOf(model: DocumentModel): string {
  const head = [
    paragraph('Letterhead', run(model.letterhead.name)),
    paragraph('Note', run(model.letterhead.line)),
    // In the header it stands on every page; here it is read aloud as well.
    ...(model.mark === null ? [] : [paragraph('Mark', run(model.mark))]),
    ...model.addressee.map((line) => paragraph(null, run(line))),
    factsTable(model.reference),
  ];
  const section =
    '<w:sectPr><w:headerReference w:type="default" r:id="header"/><w:footerReference w:type="default" r:id="footer"/>' +
    '<w:pgSz w:w="11906" w:h="16838"/>' +
    '<w:pgMar w:top="1304" w:right="1304" w:bottom="1304" w:left="1304" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>';
  return part('w:document', element('w:body', [...head, ...model.blocks.map(blockOf), section].join('')));
}

/** The name of the document and the page: a word processor counts pages itself, so the words stand around fields. */
function footerOf({ footer, pageLabel }: DocumentModel): string {
  const label = pageLabel(1, 2)
    .split(/([12])/)
    .map((piece) => (piece === '1' ? field('PAGE') : piece === '2' ? field('NUMPAGES') : run(piece)));
  return paragraph('Footer', [run(footer), '<w:r><w:tab/></w:r>', ...label].join(''));
}

function blockOf(block: Block): string {
  switch (block.kind) {
    case 'facts':
      return factsTable(block.facts);
    case 'list':
      return block.items.map((item) => paragraph('ListBullet', run(item))).join('');
    case 'table':
      return tableOf(block);
    case 'signature':
      return block.lines.map((line) => paragraph(null, run(line))).join('');
    default:
      return paragraph(styleOf[block.kind], run(block.text, block.language));
  }
}

function factsTable(facts: readonly Fact[]): string {
  if (facts.length === 0) return '';
  const rows = facts.map(({ label, value }) => row([cell(2400, label), cell(measure - 2400, value)]));
  return table([2400, measure - 2400], rows, false);
}

function tableOf({ columns, rows }: Extract<Block, { kind: 'table' }>): string {
  const widths = columns.map(({ share }) => Math.round(share * measure));
  const cells = (contents: readonly TableCell[], isHead: boolean) =>
    contents.map((content, index) =>
      cell(widths[index] ?? 0, content, columns[index]?.align === 'right', isHead ? 'TableHead' : 'TableText'),
    );
  const head = row(
    cells(
      columns.map(({ title }) => title),
      true,
    ),
    true,
  );
  return table(widths, [head, ...rows.map((contents) => row(cells(contents, false)))], true);
}

/** A paragraph follows every table: two tables without one between them would become one. */
function table(widths: readonly number[], rows: readonly string[], isRuled: boolean): string {
  const look = isRuled ? '<w:tblStyle w:val="Ruled"/>' : '';
  const grid = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('');
  const properties = `<w:tblPr>${look}<w:tblW w:w="${measure}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr>`;
  return `<w:tbl>${properties}<w:tblGrid>${grid}</w:tblGrid>${rows.join('')}</w:tbl>${paragraph('Note', '')}`;
}

const row = (cells: readonly string[], isHead = false) =>
  element('w:tr', `<w:trPr><w:cantSplit/>${isHead ? '<w:tblHeader/>' : ''}</w:trPr>${cells.join('')}`);

function cell(width: number, content: TableCell, isRight = false, style = 'TableText'): string {
  const phrases = typeof content === 'string' ? [{ text: content, language: undefined }] : content;
  const paragraphs = phrases.map((phrase) => paragraph(style, run(phrase.text, phrase.language), isRight));
  return element('w:tc', `<w:tcPr><w:tcW w:w="${width}" w:type="dxa"/></w:tcPr>${paragraphs.join('')}`);
}
