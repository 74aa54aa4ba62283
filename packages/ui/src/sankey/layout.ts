import type { Cents } from '@commonlot/domain';
import { type SankeyLink, type SankeyNode, sankey, sankeyLinkHorizontal } from 'd3-sankey';
import { fitLine, lineHeight, wrap } from '../treemap/fit-label';

/** A station of the money. */
export interface SankeyPlace {
  readonly id: string;
  readonly label: string;
  /** The language of the label where it is not that of the page. */
  readonly lang?: string | undefined;
  readonly href?: string | undefined;
  /** From the left, from 0. */
  readonly column: number;
  /** 1 to 8: the colours of the tokens; 0 for what is none of them. */
  readonly tone: number;
}

/** Money that goes from one station to the next. */
export interface SankeyFlow {
  readonly from: string;
  readonly to: string;
  readonly amountCents: Cents;
  readonly tone: number;
}

export interface SankeyGraph {
  /** What each column shows, from the left. */
  readonly columns: readonly string[];
  readonly places: readonly SankeyPlace[];
  readonly flows: readonly SankeyFlow[];
}

export interface PlacedStation {
  readonly place: SankeyPlace;
  readonly amountCents: Cents;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly label: {
    readonly x: number;
    readonly y: number;
    readonly anchor: 'start' | 'end';
    /** One below the other from `y`; empty where not one word has room. */
    readonly lines: readonly string[];
  };
}

export interface PlacedFlow {
  readonly flow: SankeyFlow;
  readonly path: string;
  readonly width: number;
}

export interface SankeyLayout {
  readonly columns: readonly { readonly words: string; readonly x: number; readonly anchor: 'start' | 'end' }[];
  readonly stations: readonly PlacedStation[];
  readonly flows: readonly PlacedFlow[];
  readonly height: number;
}

export const fontSize = 13.5;
export const headSize = 13;
const stationWidth = 12;
const headRoom = 28;
/** Between two stations: a line of words has room beside the thinnest of them. */
const between = 14;
/** A station is at least so high, however little money it is: it must be seen and pressed. */
const rowHeight = 30;

interface SankeySize {
  readonly width: number;
  /** Room to the right of the last column, for its words; 0 puts them to the left of it. */
  readonly endRoom: number;
}

/**
 * Stations in columns, in the order they are given, with flows as thick as their amounts (d3-sankey; Sankey, 1898). What
 * has no amount is left out; the table beside the picture names it. Amounts are the sums of what flows through.
 */
export function layOutSankey({ columns, places, flows }: SankeyGraph, { width, endRoom }: SankeySize): SankeyLayout {
  const drawn = flows.filter(({ amountCents }) => amountCents > 0);
  const used = new Set(drawn.flatMap(({ from, to }) => [from, to]));
  const shown = places.filter(({ id }) => used.has(id));
  if (shown.length === 0) return { columns: [], stations: [], flows: [], height: headRoom };
  const fullest = Math.max(...columns.map((_, column) => shown.filter((place) => place.column === column).length));
  const height = headRoom + Math.max(340, fullest * rowHeight);
  const last = columns.length - 1;
  const { nodes, links } = sankey<SankeyPlace, SankeyFlow>()
    .nodeId(({ id }) => id)
    .nodeAlign(({ column }) => column)
    .nodeSort(null)
    .linkSort(null)
    .nodeWidth(stationWidth)
    .nodePadding(between)
    .extent([
      [0, headRoom],
      [width - endRoom, height],
    ])
    .iterations(24)({
    nodes: shown.map((place) => ({ ...place })),
    links: drawn.map((flow) => ({ ...flow, source: flow.from, target: flow.to, value: flow.amountCents })),
  });
  const pitch = last === 0 ? width : (width - endRoom - stationWidth) / last;
  const isTurned = (column: number) => endRoom === 0 && column === last;
  const room = (column: number) => {
    if (column === last) return (endRoom === 0 ? pitch * 0.44 : endRoom) - stationWidth;
    return (endRoom === 0 && column === last - 1 ? pitch * 0.58 : pitch) - 2 * stationWidth;
  };
  return {
    columns: columns.map((words, column) => headOf(words, column, last, pitch, endRoom, width)),
    stations: nodes.map((node) => toStation(node, room(node.column), isTurned(node.column))),
    flows: links.map(toFlow),
    height,
  };
}

function headOf(words: string, column: number, last: number, pitch: number, endRoom: number, width: number) {
  const isAtEnd = column === last && endRoom === 0;
  return { words, x: isAtEnd ? width : column * pitch, anchor: isAtEnd ? ('end' as const) : ('start' as const) };
}

function toStation(node: SankeyNode<SankeyPlace, SankeyFlow>, room: number, isAtEnd: boolean): PlacedStation {
  const { x0 = 0, x1 = 0, y0 = 0, y1 = 0, value = 0, id, label, lang, href, column, tone } = node;
  const lines = linesOf(label, room, y1 - y0);
  return {
    place: { id, label, lang, href, column, tone },
    amountCents: value as Cents,
    x: x0,
    y: y0,
    width: x1 - x0,
    height: Math.max(1.5, y1 - y0),
    label: {
      x: isAtEnd ? x0 - 6 : x1 + 6,
      y: (y0 + y1) / 2 + fontSize * 0.35 - ((lines.length - 1) * fontSize * lineHeight) / 2,
      anchor: isAtEnd ? 'end' : 'start',
      lines,
    },
  };
}

function toFlow(link: SankeyLink<SankeyPlace, SankeyFlow>): PlacedFlow {
  const { from, to, amountCents, tone } = link;
  return {
    flow: { from, to, amountCents, tone },
    path: sankeyLinkHorizontal<SankeyPlace, SankeyFlow>()(link) ?? '',
    width: Math.max(1, link.width ?? 0),
  };
}

/** As many lines as the station is high; what has no room there is cut off by whole words. */
function linesOf(label: string, room: number, height: number): string[] {
  const most = Math.max(1, Math.min(4, Math.floor(height / (fontSize * lineHeight))));
  const lines = wrap(label, room / fontSize);
  if (lines !== null && lines.length <= most) return lines;
  const whole = lines === null ? [] : lines.slice(0, most - 1);
  const rest = lines === null ? label : lines.slice(most - 1).join(' ');
  return [...whole, fitLine(rest, room, fontSize)].filter((line) => line !== '');
}
