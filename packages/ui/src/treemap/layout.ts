import type { Cents } from '@commonlot/domain';
import { type HierarchyRectangularNode, hierarchy, treemap, treemapSquarify } from 'd3-hierarchy';
import { type FittedLabel, fitLabel, fitLine } from './fit-label';

export interface TreemapNode {
  readonly id: string;
  readonly label: string;
  /** The language of the label where it is not that of the page. */
  readonly lang?: string;
  /** Amount of a leaf; that of a node with children is the sum of its leaves. */
  readonly amountCents?: Cents;
  /** The part of the amount of a leaf that is spoken for already: the cell is filled from below by as much of its area. */
  readonly filledCents?: Cents;
  readonly href?: string;
  readonly children?: readonly TreemapNode[];
}

export interface TreemapCell {
  readonly node: TreemapNode;
  readonly amountCents: Cents;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** 1 to 8, by rubric of the first level: the colours of the tokens. */
  readonly tone: number;
  readonly label: FittedLabel | null;
}

export interface TreemapGroup extends TreemapCell {
  readonly headerHeight: number;
  readonly header: string;
}

export interface TreemapLayout {
  readonly cells: readonly TreemapCell[];
  readonly groups: readonly TreemapGroup[];
}

const headerHeight = 26;
export const headerFontSize = 15;
const gap = 2;
type Box = HierarchyRectangularNode<TreemapNode>;

/**
 * Squarified treemap (Bruls, Huizing and van Wijk, 2000): areas in proportion to the amounts, largest first. Leaves
 * without an amount, such as "PM" lines, have no area; the table beside the picture names them.
 */
export function layOutTreemap(
  root: TreemapNode,
  size: { readonly width: number; readonly height: number },
  format: (amountCents: Cents) => string,
): TreemapLayout {
  const tree = hierarchy<TreemapNode>(root, (node) => [...(node.children ?? [])])
    .sum((node) => (node.children ? 0 : Math.max(0, node.amountCents ?? 0)))
    .sort((a, b) => (b.value ?? 0) - (a.value ?? 0));
  const boxes = treemap<TreemapNode>()
    .tile(treemapSquarify.ratio(1.3))
    .size([size.width, size.height])
    .paddingInner((box) => (box.depth === 0 ? gap * 3 : gap))
    .paddingTop((box) => (hasHeader(box) ? headerHeight : 0))
    .round(true)(tree);

  const toneOf = (box: Box) => ((boxes.children ?? []).indexOf(box.ancestors().at(-2) ?? box) % 8) + 1;
  const visible = boxes.descendants().filter((box) => box.depth > 0 && (box.value ?? 0) > 0);
  return {
    cells: visible.filter((box) => !box.children).map((box) => toCell(box, toneOf(box), format)),
    groups: visible.filter(hasHeader).map((box) => ({
      ...toCell(box, toneOf(box), format),
      headerHeight,
      header: fitLine(box.data.label, box.x1 - box.x0, headerFontSize),
    })),
  };
}

/** A rubric of the first level gets a line of words above its parts where there is room for one. */
function hasHeader(box: Box): boolean {
  return box.depth === 1 && (box.children?.length ?? 0) > 0 && box.x1 - box.x0 > 90 && box.y1 - box.y0 > 70;
}

function toCell(box: Box, tone: number, format: (amountCents: Cents) => string): TreemapCell {
  const width = box.x1 - box.x0;
  const height = box.y1 - box.y0;
  // A sum of whole cents is whole cents.
  const amountCents = (box.value ?? 0) as Cents;
  return {
    node: box.data,
    amountCents,
    x: box.x0,
    y: box.y0,
    width,
    height,
    tone,
    label: fitLabel(box.data.label, format(amountCents), { width, height }, [24, 19, 16, 14, 12.5]),
  };
}
