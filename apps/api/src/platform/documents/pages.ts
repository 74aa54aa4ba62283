import PDFDocument from 'pdfkit';
import type { DocumentModel } from './document.js';
import { breakLines, type Line } from './lines.js';
import { fontBytes, type Run, type Weight } from './typefaces.js';

/** How a text is set. Sizes in points. */
export interface Style {
  readonly size: number;
  readonly leading: number;
  readonly weight: Weight;
  readonly colour: string;
}

export const colours = {
  ink: '#162125',
  soft: '#455356',
  accent: '#0d524b',
  line: '#9bc9c0',
  paper: '#e3f1ec',
} as const;
export const sheet = { width: 595.28, height: 841.89, left: 76, right: 76, top: 62, bottom: 78 } as const;
export const measureWidth = sheet.width - sheet.left - sheet.right;

export type Element = PDFKit.PDFStructureElement;

/** A box in which a text is set: from the left edge of the page, in points. */
export interface Place {
  readonly x: number;
  readonly width: number;
  readonly align?: 'left' | 'right';
}

const wholeWidth: Place = { x: sheet.left, width: measureWidth };

/**
 * Pages that fill from top to bottom, and the tree of tags beside them. Every mark on the page is either content of a
 * tag or an artifact: what a screen reader hears is the document and nothing else.
 */
export class Pages {
  readonly pdf: PDFKit.PDFDocument;
  private readonly root: Element;
  y: number = sheet.top;

  constructor(model: DocumentModel) {
    this.pdf = new PDFDocument({
      size: 'A4',
      margin: 0,
      tagged: true,
      pdfVersion: '1.7',
      subset: 'PDF/UA',
      lang: model.language,
      displayTitle: true,
      bufferPages: true,
      // No standard font: each text brings its own, so that what is on the page is in the file.
      font: null,
      info: { Title: model.title, Author: model.author, CreationDate: model.createdAt, Creator: model.letterhead.name },
      // The types of the library know neither PDF/UA nor the absence of a font.
    } as unknown as PDFKit.PDFDocumentOptions);
    this.root = this.pdf.struct('Document');
    this.pdf.addStructure(this.root);
  }

  /** A new tag, below another or at the top. */
  element(type: string, parent: Element = this.root, options: object = {}): Element {
    const element = this.pdf.struct(type, options);
    parent.add(element);
    return element;
  }

  /** Breaks the page when less than `height` points are left. */
  ensure(height: number): void {
    if (this.y + height <= sheet.height - sheet.bottom) return;
    this.pdf.addPage();
    this.y = sheet.top;
  }

  lines(text: string, style: Style, width: number): Line[] {
    const measure = ({ font, text: part }: Run) => this.use(font, style.size).widthOfString(part);
    return breakLines(text, style.weight, width, measure);
  }

  /** Sets a text below the last one, over as many pages as it takes, as content of a tag. */
  text(element: Element, tag: string, text: string, style: Style, place: Place = wholeWidth): void {
    let isMarked = false;
    const close = () => {
      if (isMarked) this.pdf.endMarkedContent();
      isMarked = false;
    };
    for (const line of this.lines(text, style, place.width)) {
      if (this.y + style.leading > sheet.height - sheet.bottom) close();
      this.ensure(style.leading);
      if (!isMarked) {
        element.add(this.pdf.markStructureContent(tag));
        isMarked = true;
      }
      this.line(line, style, place);
      this.y += style.leading;
    }
    close();
  }

  /** Draws lines, bands and page numbers: what a screen reader passes over. */
  artifact(type: 'Layout' | 'Pagination', draw: () => void): void {
    this.pdf.markContent('Artifact', { type });
    draw();
    this.pdf.endMarkedContent();
  }

  rule(y: number, colour: string, thickness: number): void {
    this.artifact('Layout', () => {
      this.pdf
        .moveTo(sheet.left, y)
        .lineTo(sheet.width - sheet.right, y)
        .lineWidth(thickness)
        .stroke(colour);
    });
  }

  /** One line at the current height. */
  line(line: Line, style: Style, place: Place = wholeWidth): void {
    let x = place.align === 'right' ? place.x + place.width - line.width : place.x;
    for (const run of line.runs) {
      const font = this.use(run.font, style.size);
      font.fillColor(style.colour).text(run.text, x, this.y, { lineBreak: false });
      x += font.widthOfString(run.text);
    }
  }

  /** Closes the document and gives its bytes. */
  async finish(): Promise<Buffer> {
    const chunks: Buffer[] = [];
    this.pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    const ended = new Promise<void>((resolve, reject) => {
      this.pdf.on('end', resolve);
      this.pdf.on('error', reject);
    });
    this.pdf.end();
    await ended;
    return Buffer.concat(chunks);
  }

  private readonly registered = new Set<string>();

  private use(font: string, size: number): PDFKit.PDFDocument {
    if (!this.registered.has(font)) {
      this.pdf.registerFont(font, fontBytes(font));
      this.registered.add(font);
    }
    return this.pdf.font(font).fontSize(size);
  }
}
