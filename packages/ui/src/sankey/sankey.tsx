import { type Cents, formatEuros } from '@commonlot/domain';
import { PictureFigure, type PictureProps } from '../picture/picture-figure';
import { UiLink, useUi } from '../provider/ui-provider';
import { lineHeight } from '../treemap/fit-label';
import {
  fontSize,
  headSize,
  layOutSankey,
  type PlacedFlow,
  type PlacedStation,
  type SankeyGraph,
  type SankeyLayout,
} from './layout';
import styles from './sankey.module.css';

interface SankeyFigureProps extends PictureProps {
  /** For a wide page. */
  readonly graph: SankeyGraph;
  /** For a narrow one: two columns, which is what its words leave room for. */
  readonly narrowGraph: SankeyGraph;
  /** Says what flows, for those who do not see it; the figures are in the table. */
  readonly label: string;
}

/** Where money comes from and where it goes, drawn on the server; each station with a page is a link to it. */
export function SankeyFigure({ graph, narrowGraph, label, ...figure }: SankeyFigureProps) {
  return (
    <PictureFigure {...figure}>
      <div className={styles.sankey}>
        <Drawing
          name="narrow"
          width={348}
          layout={layOutSankey(narrowGraph, { width: 348, endRoom: 0 })}
          label={label}
        />
        <Drawing
          name="medium"
          width={680}
          layout={layOutSankey(narrowGraph, { width: 680, endRoom: 0 })}
          label={label}
        />
        <Drawing name="wide" width={1080} layout={layOutSankey(graph, { width: 1080, endRoom: 190 })} label={label} />
      </div>
    </PictureFigure>
  );
}

interface DrawingProps {
  readonly name: string;
  readonly width: number;
  readonly layout: SankeyLayout;
  readonly label: string;
}

function Drawing({ name, width, layout, label }: DrawingProps) {
  const { columns, stations, flows, height } = layout;
  const nameOf = new Map(stations.map(({ place }) => [place.id, place.label]));
  return (
    // biome-ignore lint/a11y/useSemanticElements: the picture is a group of links, which <img> cannot hold
    <svg
      className={styles.drawing}
      data-size={name}
      viewBox={`0 0 ${width} ${height + 4}`}
      role="group"
      aria-label={label}
    >
      {columns.map(({ words, x, anchor }) => (
        <text key={words} className={styles.head} x={x} y={headSize} fontSize={headSize} textAnchor={anchor}>
          {words}
        </text>
      ))}
      {flows.map((flow) => (
        <Flow key={`${flow.flow.from} ${flow.flow.to}`} flow={flow} nameOf={(id) => nameOf.get(id) ?? ''} />
      ))}
      {stations.map((station) => (
        <Station key={station.place.id} station={station} />
      ))}
    </svg>
  );
}

/** Pointing at it names it; whoever does not point has the table. */
function Flow({ flow, nameOf }: { readonly flow: PlacedFlow; readonly nameOf: (id: string) => string }) {
  const { language } = useUi();
  const { from, to, amountCents, tone } = flow.flow;
  return (
    <g>
      <title>{`${nameOf(from)} → ${nameOf(to)}: ${formatEuros(amountCents, language)}`}</title>
      <path className={styles.flow} data-tone={tone} d={flow.path} strokeWidth={flow.width} />
    </g>
  );
}

function Station({ station }: { readonly station: PlacedStation }) {
  const { language } = useUi();
  const { place, x, y, width, height, label } = station;
  const name = nameWithAmount(place.label, station.amountCents, language);
  const content = (
    <>
      <title>{name}</title>
      <rect className={styles.station} data-tone={place.tone} x={x} y={y} width={width} height={height} rx={1.5} />
      {label.lines.length > 0 && (
        <text className={styles.text} fontSize={fontSize} textAnchor={label.anchor}>
          {label.lines.map((line, index) => (
            <tspan key={line} x={label.x} y={label.y + index * fontSize * lineHeight}>
              {index < label.lines.length - 1 ? `${line} ` : line}
            </tspan>
          ))}
        </text>
      )}
    </>
  );
  if (place.href === undefined) return <g lang={place.lang}>{content}</g>;
  return (
    <UiLink
      href={place.href}
      className={styles.link}
      lang={place.lang}
      aria-label={label.lines.length === 0 ? name : undefined}
    >
      {content}
    </UiLink>
  );
}

const nameWithAmount = (name: string, amountCents: Cents, language: Parameters<typeof formatEuros>[1]) =>
  `${name}: ${formatEuros(amountCents, language)}`;
