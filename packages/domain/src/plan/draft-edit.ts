import { parentCodeOf } from './plan-tree.js';

/** A line while the tree is edited. The key stays, whatever becomes of the code. */
export interface DraftRow {
  readonly key: string;
  readonly code: string;
}

/** Where a line goes: before or after its neighbours, under the line before it, or out of the heading it stands under. */
export type LineMove = 'up' | 'down' | 'in' | 'out';

/** A place beside another line or, as the last one, under it. */
export interface LinePlace {
  readonly where: 'before' | 'after' | 'under';
  readonly key: string;
}

/** As many levels as the codes of the decrees have room for. */
const deepestLevel = 6;

interface Node<Row extends DraftRow> {
  readonly row: Row;
  readonly children: Node<Row>[];
  /** What its code adds to that of the line above it: '2' of '1.2' under '1'. */
  readonly suffix: string;
}

interface Tree<Row extends DraftRow> {
  readonly top: Node<Row>[];
  readonly parents: ReadonlyMap<string, Node<Row> | null>;
  readonly nodes: ReadonlyMap<string, Node<Row>>;
  /** The number with which each group began, so that a plan that begins with 2 goes on doing so. */
  readonly firsts: ReadonlyMap<Node<Row> | null, number>;
}

function treeFrom<Row extends DraftRow>(rows: readonly Row[]): Tree<Row> {
  const codes = new Set(rows.map((row) => row.code));
  const byCode = new Map<string, Node<Row>>();
  const all = rows.map((row): [Node<Row>, string | null] => {
    const above = parentCodeOf(row.code, codes);
    const node = { row, children: [], suffix: above === null ? row.code : row.code.slice(above.length + 1) };
    // Of two lines with one code the first is the one that is meant.
    if (!byCode.has(row.code)) byCode.set(row.code, node);
    return [node, above];
  });
  const top: Node<Row>[] = [];
  const parents = new Map<string, Node<Row> | null>();
  for (const [node, above] of all) {
    const parent = above === null ? null : (byCode.get(above) ?? null);
    (parent?.children ?? top).push(node);
    parents.set(node.row.key, parent);
  }
  const firsts = new Map<Node<Row> | null, number>([[null, firstNumber(top)]]);
  for (const [node] of all) firsts.set(node, firstNumber(node.children));
  return { top, parents, firsts, nodes: new Map(all.map(([node]) => [node.row.key, node])) };
}

/** The rows in the order of the tree; lines of a group in `groups` are counted anew, the others keep their number. */
function flatten<Row extends DraftRow>(tree: Tree<Row>, groups: ReadonlySet<Node<Row> | null>): Row[] {
  const rows: Row[] = [];
  const visit = (siblings: readonly Node<Row>[], above: Node<Row> | null, aboveCode: string) => {
    const first = tree.firsts.get(above) ?? 1;
    for (const [index, node] of siblings.entries()) {
      const suffix = groups.has(above) ? String(first + index) : node.suffix;
      const code = aboveCode === '' ? suffix : `${aboveCode}.${suffix}`;
      rows.push(code === node.row.code ? node.row : { ...node.row, code });
      visit(node.children, node, code);
    }
  };
  visit(tree.top, null, '');
  return rows;
}

function firstNumber(siblings: readonly Node<DraftRow>[]): number {
  const numbers = siblings.filter(({ suffix }) => /^[1-9]\d{0,3}$/.test(suffix)).map(({ suffix }) => Number(suffix));
  return numbers.length === 0 ? 1 : Math.min(...numbers);
}

const codesFit = (rows: readonly DraftRow[]) => rows.every(({ code }) => code.split('.').length <= deepestLevel);

/** The tree with some groups counted anew; as it was when a code would have more levels than codes have. */
function renumber<Row extends DraftRow>(
  rows: readonly Row[],
  tree: Tree<Row>,
  groups: readonly (Node<Row> | null)[],
): readonly Row[] {
  const changed = flatten(tree, new Set(groups));
  return codesFit(changed) || !codesFit(rows) ? changed : rows;
}

/** The key of the line that each line stands under, null at the top, and how deep it stands, from 1. */
export function draftPlaces(rows: readonly DraftRow[]): Map<string, { parent: string | null; level: number }> {
  const { parents, nodes } = treeFrom(rows);
  const levels = new Map<string, number>();
  const levelOf = (key: string): number => {
    const known = levels.get(key);
    if (known !== undefined) return known;
    const parent = parents.get(key);
    const level = parent ? levelOf(parent.row.key) + 1 : 1;
    levels.set(key, level);
    return level;
  };
  return new Map(
    [...nodes.keys()].map((key) => [key, { parent: parents.get(key)?.row.key ?? null, level: levelOf(key) }]),
  );
}

/** The line and all lines under it, in the order of the tree. Empty for a key that is not there. */
export function withLinesUnder<Row extends DraftRow>(rows: readonly Row[], key: string): Row[] {
  const gather = (node: Node<Row>): Row[] => [node.row, ...node.children.flatMap(gather)];
  const node = treeFrom(rows).nodes.get(key);
  return node === undefined ? [] : gather(node);
}

/**
 * The rows with one more: right after a line and what stands under it, or as the last line under it. Its group is
 * counted anew. At the end of the top when the key is not there.
 */
export function insertLine<Row extends DraftRow>(
  rows: readonly Row[],
  fresh: Row,
  where: 'after' | 'under',
  key: string | null,
): readonly Row[] {
  const tree = treeFrom(rows);
  const at = key === null ? undefined : tree.nodes.get(key);
  const node: Node<Row> = { row: fresh, children: [], suffix: '' };
  const parent = at === undefined ? null : where === 'under' ? at : (tree.parents.get(at.row.key) ?? null);
  const siblings = parent?.children ?? tree.top;
  siblings.splice(at === undefined || where === 'under' ? siblings.length : siblings.indexOf(at) + 1, 0, node);
  return renumber(rows, tree, [parent]);
}

/** The rows without these lines and without what stands under them; the groups that they leave close up. */
export function removeLines<Row extends DraftRow>(rows: readonly Row[], keys: readonly string[]): readonly Row[] {
  const tree = treeFrom(rows);
  const groups = keys.flatMap((key) => {
    const node = tree.nodes.get(key);
    if (node === undefined) return [];
    const parent = tree.parents.get(key) ?? null;
    const siblings = parent?.children ?? tree.top;
    const place = siblings.indexOf(node);
    if (place >= 0) siblings.splice(place, 1);
    return [parent];
  });
  return groups.length === 0 ? rows : renumber(rows, tree, groups);
}

/** Where a move takes the line: beside or under which other line; null where there is nowhere to go. */
function placeOf<Row extends DraftRow>(tree: Tree<Row>, node: Node<Row>, move: LineMove): LinePlace | null {
  const parent = tree.parents.get(node.row.key) ?? null;
  const siblings = parent?.children ?? tree.top;
  const at = siblings.indexOf(node);
  const targets = { up: siblings[at - 1], down: siblings[at + 1], in: siblings[at - 1], out: parent };
  const where = { up: 'before', down: 'after', in: 'under', out: 'after' } as const;
  const target = targets[move];
  return target ? { where: where[move], key: target.row.key } : null;
}

/** The line with what stands under it, elsewhere; the rows as they were where there is nowhere to go. */
export function moveLine<Row extends DraftRow>(rows: readonly Row[], key: string, move: LineMove): readonly Row[] {
  const tree = treeFrom(rows);
  const node = tree.nodes.get(key);
  const place = node === undefined ? null : placeOf(tree, node, move);
  return place === null ? rows : placeLine(rows, key, place);
}

/**
 * The line with what stands under it before or after another line, or as the last line under it. The group that it
 * leaves and the one that it comes to are counted anew. The rows as they were where it cannot go: into itself, or deeper
 * than codes go.
 */
export function placeLine<Row extends DraftRow>(
  rows: readonly Row[],
  key: string,
  { where, key: targetKey }: LinePlace,
): readonly Row[] {
  const tree = treeFrom(rows);
  const [node, target] = [tree.nodes.get(key), tree.nodes.get(targetKey)];
  if (node === undefined || target === undefined) return rows;
  for (let above: Node<Row> | null = target; above !== null; above = tree.parents.get(above.row.key) ?? null) {
    if (above === node) return rows;
  }
  const from = tree.parents.get(key) ?? null;
  const left = from?.children ?? tree.top;
  left.splice(left.indexOf(node), 1);
  const to = where === 'under' ? target : (tree.parents.get(targetKey) ?? null);
  const joined = to?.children ?? tree.top;
  const at = where === 'under' ? joined.length : joined.indexOf(target) + (where === 'after' ? 1 : 0);
  joined.splice(at, 0, node);
  return renumber(rows, tree, [from, to]);
}

/** A copy of the line and of what stands under it, right after it. `copyOf` gives each copy a key of its own. */
export function duplicateLine<Row extends DraftRow>(
  rows: readonly Row[],
  key: string,
  copyOf: (row: Row) => Row,
): readonly Row[] {
  const tree = treeFrom(rows);
  const node = tree.nodes.get(key);
  if (node === undefined) return rows;
  const copy = (one: Node<Row>): Node<Row> => ({
    row: copyOf(one.row),
    children: one.children.map(copy),
    suffix: one.suffix,
  });
  const parent = tree.parents.get(key) ?? null;
  const siblings = parent?.children ?? tree.top;
  siblings.splice(siblings.indexOf(node) + 1, 0, copy(node));
  return renumber(rows, tree, [parent]);
}

/** Every group counted anew in the order in which the lines stand, so that no code is there twice. */
export function renumberLines<Row extends DraftRow>(rows: readonly Row[]): readonly Row[] {
  const tree = treeFrom(rows);
  return renumber(rows, tree, [null, ...tree.nodes.values()]);
}

/** Gives a line another code; what stands under it goes along, unless another line has that code already. */
export function recodeLine<Row extends DraftRow>(rows: readonly Row[], key: string, code: string): readonly Row[] {
  const own = rows.find((row) => row.key === key);
  if (own === undefined || own.code === code) return rows;
  const isTaken = rows.some((row) => row.code === code) || rows.some((row) => row.key !== key && row.code === own.code);
  const goes = isTaken ? new Set([key]) : new Set(withLinesUnder(rows, key).map((row) => row.key));
  return rows.map((row) => (goes.has(row.key) ? { ...row, code: code + row.code.slice(own.code.length) } : row));
}
