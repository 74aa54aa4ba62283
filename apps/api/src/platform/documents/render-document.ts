import { type Block, cellText, type DocumentModel, type Fact, type TableCell } from './document.js';
import { colours, type Element, measureWidth, Pages, type Style, sheet } from './pages.js';

const regular = { weight: 'regular', colour: colours.ink } as const;
const strong = { weight: 'semibold', colour: colours.ink } as const;
const body: Style = { ...regular, size: 10.5, leading: 15 };
const styles = {
  title: { ...strong, size: 19, leading: 24 },
  heading: { ...strong, size: 12.5, leading: 17, colour: colours.accent },
  subheading: { ...strong, size: 10.5, leading: 15 },
  paragraph: body,
  lead: { ...regular, size: 12, leading: 17.5 },
  note: { ...regular, size: 9.5, leading: 13.5, colour: colours.soft },
} as const satisfies Record<string, Style>;
const label: Style = { ...regular, size: 9.5, leading: 15, colour: colours.soft };
const value: Style = { ...strong, size: 10.5, leading: 15 };
const columnTitle: Style = { ...strong, size: 9.5, leading: 14, colour: colours.soft };
const small: Style = { ...regular, size: 8.5, leading: 11, colour: colours.soft };

const tags = { title: 'H1', heading: 'H2', subheading: 'H3', paragraph: 'P', lead: 'P', note: 'P' } as const;
/** Space above and below, and what has to fit on the page below it for a heading to stay with its text. */
const spaces = {
  title: { above: 10, below: 8, keep: 60 },
  heading: { above: 16, below: 4, keep: 48 },
  subheading: { above: 8, below: 1, keep: 34 },
  paragraph: { above: 0, below: 7, keep: 15 },
  lead: { above: 2, below: 10, keep: 20 },
  note: { above: 0, below: 6, keep: 15 },
} as const;

/** Renders a document as tagged PDF (PDF/UA-1: title, language, headings, lists and tables in the tag tree). */
export async function renderDocument(model: DocumentModel): Promise<Buffer> {
  const pages = new Pages(model);
  letterhead(pages, model);
  for (const block of model.blocks) renderBlock(pages, block);
  pageMarks(pages, model);
  return pages.finish();
}

function letterhead(pages: Pages, model: DocumentModel): void {
  const head = pages.element('Sect');
  pages.text(pages.element('P', head), 'P', model.letterhead.name, {
    ...strong,
    size: 17,
    leading: 20,
    colour: colours.accent,
  });
  pages.text(pages.element('P', head), 'P', model.letterhead.line, { ...label, leading: 13 });
  pages.y += 8;
  pages.rule(pages.y, colours.accent, 1.2);
  pages.y += 20;
  if (model.mark !== null) {
    pages.text(pages.element('P', head), 'P', model.mark, { ...strong, size: 10, leading: 14, colour: colours.accent });
    pages.y += 10;
  }
  const top = pages.y;
  const half = measureWidth / 2;
  const address = model.addressee.length === 0 ? head : pages.element('P', head);
  for (const [index, line] of model.addressee.entries()) {
    pages.text(address, 'P', line, index === 0 ? value : body, { x: sheet.left, width: half - 16 });
  }
  const bottom = pages.y;
  pages.y = top;
  facts(pages, model.reference, { x: sheet.left + half, width: half, labelWidth: 84 });
  pages.y = Math.max(bottom, pages.y) + 16;
}

function renderBlock(pages: Pages, block: Block): void {
  switch (block.kind) {
    case 'facts':
      band(pages, block.facts);
      break;
    case 'list':
      list(pages, block.items);
      break;
    case 'table':
      table(pages, block);
      break;
    case 'signature':
      signature(pages, block.lines);
      break;
    default: {
      const space = spaces[block.kind];
      pages.y += space.above;
      pages.ensure(styles[block.kind].leading + space.keep);
      const element = pages.element(tags[block.kind], undefined, inLanguage(block.language));
      pages.text(element, tags[block.kind], block.text, styles[block.kind]);
      pages.y += space.below;
    }
  }
}

const inLanguage = (lang: string | undefined) => (lang === undefined ? {} : { lang });

/** Labels and values, as a table of two columns whose row headers are the labels. */
function facts(
  pages: Pages,
  rows: readonly Fact[],
  place: { readonly x: number; readonly width: number; readonly labelWidth: number },
): void {
  const element = pages.element('Table');
  for (const fact of rows) {
    const row = pages.element('TR', element);
    pages.ensure(value.leading);
    const top = pages.y;
    // Smaller letters start lower, so that both stand on one line.
    pages.y += value.size - label.size;
    pages.text(pages.element('TH', row, { scope: 'Row' }), 'TH', fact.label, label, {
      x: place.x,
      width: place.labelWidth - 8,
    });
    const labelBottom = pages.y - (value.size - label.size);
    pages.y = top;
    const beside = { x: place.x + place.labelWidth, width: place.width - place.labelWidth };
    pages.text(pages.element('TD', row), 'TD', fact.value, value, beside);
    // Text that went on to the next page left the label behind: the height to go on from is there.
    pages.y = pages.y >= top ? Math.max(labelBottom, pages.y) : pages.y;
  }
}

/** The facts that people look for first, set apart from the running text. */
function band(pages: Pages, rows: readonly Fact[]): void {
  const inner = { x: sheet.left + 14, width: measureWidth - 28, labelWidth: 128 };
  const height = rows.reduce((sum, { label: name, value: text }) => {
    const lines = Math.max(
      pages.lines(text, value, inner.width - inner.labelWidth).length,
      pages.lines(name, label, inner.labelWidth - 8).length,
    );
    return sum + lines * value.leading;
  }, 20);
  pages.ensure(Math.min(height, 400));
  const top = pages.y;
  pages.artifact('Layout', () => {
    pages.pdf
      .rect(sheet.left, top, measureWidth, Math.min(height, sheet.height - sheet.bottom - top))
      .fill(colours.paper);
    pages.pdf.rect(sheet.left, top, 3, Math.min(height, sheet.height - sheet.bottom - top)).fill(colours.accent);
  });
  pages.y += 10;
  facts(pages, rows, inner);
  pages.y += 20;
}

function list(pages: Pages, items: readonly string[]): void {
  const element = pages.element('L');
  for (const item of items) {
    const entry = pages.element('LI', element);
    pages.ensure(body.leading);
    const top = pages.y;
    pages.text(
      pages.element('Lbl', entry),
      'Lbl',
      '\u2022',
      { ...body, colour: colours.accent },
      { x: sheet.left + 4, width: 12 },
    );
    pages.y = top;
    pages.text(pages.element('LBody', entry), 'LBody', item, body, { x: sheet.left + 18, width: measureWidth - 18 });
    pages.y += 3;
  }
  pages.y += 5;
}

function table(pages: Pages, { columns, rows }: Extract<Block, { kind: 'table' }>): void {
  const element = pages.element('Table');
  let x: number = sheet.left;
  const places = columns.map(({ share, align }) => {
    const place = { x, width: share * measureWidth - 12, align };
    x += share * measureWidth;
    return place;
  });
  // The last column reaches the edge, so that amounts stand under the end of the rule.
  const last = places.at(-1);
  if (last !== undefined) last.width += 12;
  const heightOf = (cells: readonly TableCell[], style: Style) => {
    const lines = cells.map(
      (cell, index) => pages.lines(cellText(cell), style, places[index]?.width ?? measureWidth).length,
    );
    return Math.min(Math.max(...lines) * style.leading + 10, 300);
  };
  const drawRow = (cells: readonly TableCell[], style: Style, cell: (row: Element) => Element, tag: string) => {
    pages.ensure(heightOf(cells, style));
    const top = pages.y;
    let bottom = top;
    const row = pages.element('TR', element);
    for (const [index, content] of cells.entries()) {
      pages.y = top;
      cellContent(pages, cell(row), tag, content, (parent, name, text) =>
        pages.text(parent, name, text, style, places[index]),
      );
      bottom = Math.max(bottom, pages.y);
    }
    pages.y = bottom + 4;
    pages.rule(pages.y, colours.line, 0.6);
    pages.y += 5;
  };
  const titles = columns.map(({ title }) => title);
  pages.ensure(heightOf(titles, columnTitle) + heightOf(rows[0] ?? titles, body));
  drawRow(titles, columnTitle, (row) => pages.element('TH', row, { scope: 'Column' }), 'TH');
  for (const cells of rows) drawRow(cells, body, (row) => pages.element('TD', row), 'TD');
  pages.y += 6;
}

/** A plain text as content of its cell; phrases as a paragraph each, tagged with their language. */
function cellContent(
  pages: Pages,
  parent: Element,
  tag: string,
  content: TableCell,
  set: (element: Element, tag: string, text: string) => void,
): void {
  if (typeof content === 'string') set(parent, tag, content);
  else for (const { text, language } of content) set(pages.element('P', parent, inLanguage(language)), 'P', text);
}

function signature(pages: Pages, lines: readonly string[]): void {
  pages.y += 12;
  pages.ensure(lines.length * body.leading + 6);
  const element = pages.element('Sect');
  for (const [index, line] of lines.entries()) {
    pages.text(pages.element('P', element), 'P', line, index === 0 ? value : body);
  }
  pages.y += 8;
}

/** Page numbers, and on the pages after the first what they belong to. Not content: a screen reader knows the page. */
function pageMarks(pages: Pages, model: DocumentModel): void {
  const { count } = pages.pdf.bufferedPageRange();
  for (let page = 0; page < count; page += 1) {
    pages.pdf.switchToPage(page);
    pages.artifact('Pagination', () => {
      pages.y = sheet.height - 46;
      const right = model.pageLabel(page + 1, count);
      for (const line of pages.lines(model.footer, small, measureWidth - 90).slice(0, 1)) pages.line(line, small);
      for (const line of pages.lines(right, small, 90)) {
        pages.line(line, small, { x: sheet.width - sheet.right - 90, width: 90, align: 'right' });
      }
      if (page > 0 && model.mark !== null) {
        pages.y = 34;
        for (const line of pages.lines(model.mark, small, measureWidth).slice(0, 1)) pages.line(line, small);
      }
    });
  }
}
