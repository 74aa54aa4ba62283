import type { FileLanguage } from '@commonlot/domain';

/** A document as its words: what stands in it and what each part is, never how it looks. */
export interface DocumentModel {
  readonly language: FileLanguage;
  readonly title: string;
  readonly author: string;
  readonly createdAt: Date;
  readonly letterhead: { readonly name: string; readonly line: string };
  /** Who gets it, below the letterhead. */
  readonly addressee: readonly string[];
  /** Place, day and reference, beside the addressee. */
  readonly reference: readonly Fact[];
  /** Stands on every page of a demonstration; null otherwise. */
  readonly mark: string | null;
  readonly footer: string;
  readonly pageLabel: (page: number, pages: number) => string;
  readonly blocks: readonly Block[];
}

export interface Fact {
  readonly label: string;
  readonly value: string;
}

/** A part of a text in a language of its own, for readers that speak. */
export interface Phrase {
  readonly text: string;
  readonly language: FileLanguage;
}

/** What a cell holds: a text in the language of the document, or phrases below each other. */
export type TableCell = string | readonly Phrase[];

export const cellText = (cell: TableCell): string =>
  typeof cell === 'string' ? cell : cell.map(({ text }) => text).join('\n');

export interface TableColumn {
  readonly title: string;
  readonly align: 'left' | 'right';
  /** Part of the width of the page; the columns of a table make 1 together. */
  readonly share: number;
}

export type Block =
  | {
      readonly kind: 'title' | 'heading' | 'subheading' | 'paragraph' | 'lead' | 'note';
      readonly text: string;
      /** When it is not that of the document. */
      readonly language?: FileLanguage;
    }
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | {
      readonly kind: 'table';
      readonly columns: readonly TableColumn[];
      readonly rows: readonly (readonly TableCell[])[];
    }
  | { readonly kind: 'signature'; readonly lines: readonly string[] };
