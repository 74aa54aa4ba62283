import { type Cents, formatEuros } from '@commonlot/domain';
import { PictureFigure, type PictureProps } from '../picture/picture-figure';
import { UiLink, useUi } from '../provider/ui-provider';
import { labelPadding, lineHeight } from './fit-label';
import { headerFontSize, layOutTreemap, type TreemapCell, type TreemapGroup, type TreemapNode } from './layout';
import styles from './treemap.module.css';

/** Three drawings, of which the page shows the one that fits: letters keep their size on every screen, without script. */
const sizes = [
  { name: 'narrow', width: 348, height: 620 },
  { name: 'medium', width: 680, height: 520 },
  { name: 'wide', width: 1080, height: 560 },
];

interface TreemapProps {
  readonly nodes: readonly TreemapNode[];
  /** Says what the areas are, for those who do not see them: "Amounts of the plan of 2026 by purpose". */
  readonly label: string;
  readonly format?: (amountCents: Cents) => string;
}

/** Areas in proportion to amounts, drawn on the server; each area is a link. Use it inside a `TreemapFigure`. */
export function Treemap({ nodes, label, format }: TreemapProps) {
  const { language } = useUi();
  const write = format ?? ((amountCents: Cents) => formatEuros(amountCents, language));
  const root: TreemapNode = { id: 'root', label, children: nodes };
  return (
    <div className={styles.treemap}>
      {sizes.map((size) => {
        const { cells, groups } = layOutTreemap(root, size, write);
        return (
          // biome-ignore lint/a11y/useSemanticElements: the picture is a group of links, which <img> cannot hold
          <svg
            key={size.name}
            className={styles.drawing}
            data-size={size.name}
            viewBox={`0 0 ${size.width} ${size.height}`}
            role="group"
            aria-label={label}
          >
            {groups.map((group) => (
              <GroupHeader key={group.node.id} group={group} format={write} />
            ))}
            {cells.map((cell) => (
              <Cell key={cell.node.id} cell={cell} format={write} />
            ))}
          </svg>
        );
      })}
    </div>
  );
}

interface CellProps {
  readonly cell: TreemapCell;
  readonly format: (amountCents: Cents) => string;
}

function Cell({ cell, format }: CellProps) {
  const name = `${cell.node.label}: ${format(cell.amountCents)}`;
  const content = (
    <>
      {/* Names the link too: an aria-label beside it would differ from what is drawn. */}
      <title>{name}</title>
      <rect
        className={styles.cell}
        data-tone={cell.tone}
        x={cell.x}
        y={cell.y}
        width={cell.width}
        height={cell.height}
        rx={2}
      />
      <Filling cell={cell} />
      {cell.label && <CellLabel cell={cell} />}
    </>
  );
  if (!cell.node.href) return <g lang={cell.node.lang}>{content}</g>;
  return (
    <UiLink href={cell.node.href} className={styles.link} lang={cell.node.lang}>
      {content}
    </UiLink>
  );
}

/** As large a part of the cell as of its amount, so that areas can be compared over the whole picture. */
function Filling({ cell }: { readonly cell: TreemapCell }) {
  const filledCents = Math.min(cell.node.filledCents ?? 0, cell.amountCents);
  if (filledCents <= 0) return null;
  const height = (cell.height * filledCents) / cell.amountCents;
  return (
    <rect
      className={styles.filling}
      x={cell.x}
      y={cell.y + cell.height - height}
      width={cell.width}
      height={height}
      rx={2}
    />
  );
}

/** The space at the end of a line keeps its words apart for who hears or copies them. */
function CellLabel({ cell }: { readonly cell: TreemapCell }) {
  if (cell.label === null) return null;
  const { lines, amount, fontSize } = cell.label;
  const x = cell.x + labelPadding;
  const y = cell.y + labelPadding + fontSize * 0.78;
  const step = fontSize * lineHeight;
  return (
    <text className={styles.text} fontSize={fontSize}>
      {lines.map((line, index) => (
        <tspan key={line} x={x} y={y + index * step}>
          {`${line} `}
        </tspan>
      ))}
      {amount && (
        <tspan className={styles.amount} x={x} y={y + lines.length * step}>
          {amount}
        </tspan>
      )}
    </text>
  );
}

function GroupHeader({ group, format }: { readonly group: TreemapGroup; readonly format: (amount: Cents) => string }) {
  if (group.header === '') return null;
  const text = (
    <>
      <title>{`${group.node.label}: ${format(group.amountCents)}`}</title>
      {/* The whole line can be pressed, not only its letters. */}
      <rect x={group.x} y={group.y} width={group.width} height={group.headerHeight} fill="transparent" />
      <rect
        className={styles.band}
        data-tone={group.tone}
        x={group.x}
        y={group.y + group.headerHeight - 4}
        width={group.width}
        height={2}
      />
      <text className={styles.header} x={group.x + 1} y={group.y + 16} fontSize={headerFontSize}>
        {group.header}
      </text>
    </>
  );
  if (!group.node.href) return <g lang={group.node.lang}>{text}</g>;
  return (
    <UiLink href={group.node.href} className={styles.headerLink} lang={group.node.lang}>
      {text}
    </UiLink>
  );
}

/** A treemap, the sentence it proves, and the same figures in a table. */
export function TreemapFigure({ nodes, label, format, ...figure }: TreemapProps & PictureProps) {
  return (
    <PictureFigure {...figure}>
      <Treemap nodes={nodes} label={label} {...(format ? { format } : {})} />
    </PictureFigure>
  );
}
