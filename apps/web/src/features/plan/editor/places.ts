import type { GridColumn } from './read-draft';

export interface CellPlace {
  readonly key: string;
  readonly column: GridColumn;
}

/** Where the focus goes after a cell: nowhere when it went elsewhere by itself. */
export type AfterCell = 'down' | 'right' | 'left' | 'stay' | null;

export interface RowEvents {
  /** A mouse or a finger wants to write there. */
  readonly press: (place: CellPlace) => void;
  readonly focus: (place: CellPlace) => void;
  readonly commit: (place: CellPlace, text: string | null, after: AfterCell) => void;
  readonly open: (key: string) => void;
}
