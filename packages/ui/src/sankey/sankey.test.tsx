import { cents } from '@commonlot/domain';
import { render, screen, within } from '@testing-library/react';
import { axe } from 'jest-axe';
import { TestUi } from '../testing/test-ui';
import { layOutSankey, type SankeyGraph } from './layout';
import { SankeyFigure } from './sankey';

const graph: SankeyGraph = {
  columns: ['From', 'To'],
  places: [
    { id: 'a', label: 'Law', column: 0, tone: 0 },
    { id: 'b', label: 'Red Cross', column: 1, tone: 1, href: '/en/b' },
    { id: 'c', label: 'A line of many words that never fits beside the others', column: 1, tone: 2 },
    { id: 'd', label: 'Nothing yet', column: 1, tone: 3 },
  ],
  flows: [
    { from: 'a', to: 'b', amountCents: cents(300_00), tone: 1 },
    { from: 'a', to: 'c', amountCents: cents(100_00), tone: 2 },
    { from: 'a', to: 'd', amountCents: cents(0), tone: 3 },
  ],
};
const size = { width: 348, endRoom: 0 };

it('makes flows as thick as their amounts, and leaves out what has none', () => {
  const { flows, stations } = layOutSankey(graph, size);
  const [thick, thin] = flows.map(({ width }) => width);
  expect((thick ?? 0) / (thin ?? 1)).toBeCloseTo(3, 5);
  expect(stations.map(({ place, amountCents }) => [place.id, amountCents])).toEqual([
    ['a', 400_00],
    ['b', 300_00],
    ['c', 100_00],
  ]);
});

it('keeps every station inside the picture, in its column, apart from its neighbours', () => {
  const { stations, height } = layOutSankey(graph, size);
  for (const { x, y, width, height: tall } of stations) {
    expect(x).toBeGreaterThanOrEqual(0);
    expect(x + width).toBeLessThanOrEqual(size.width);
    expect(y + tall).toBeLessThanOrEqual(height + 0.001);
  }
  const [, first, second] = stations;
  expect((first?.y ?? 0) + (first?.height ?? 0)).toBeLessThanOrEqual((second?.y ?? 0) + 0.001);
});

it('breaks words into lines where the station is high, and cuts them off by whole words where it is not', () => {
  const labelIn = (given: SankeyGraph) =>
    layOutSankey(given, size).stations.find(({ place }) => place.id === 'c')?.label;
  const high = labelIn(graph);
  expect(high?.anchor).toBe('end');
  expect(high?.lines.length).toBeGreaterThan(1);
  expect(high?.lines.join(' ')).toBe('A line of many words that never fits beside the others');
  const [first] = graph.flows;
  const thin = labelIn({
    ...graph,
    flows: [...(first ? [first] : []), { from: 'a', to: 'c', amountCents: cents(1), tone: 2 }],
  });
  expect(thin?.lines).toEqual([expect.stringMatching(/^A line.*…$/)]);
});

it('grows with the number of its stations, so that each has a line', () => {
  const many: SankeyGraph = {
    ...graph,
    places: [
      { id: 'a', label: 'Law', column: 0, tone: 0 },
      ...Array.from({ length: 40 }, (_, place) => ({ id: `${place}`, label: `${place}`, column: 1, tone: 1 })),
    ],
    flows: Array.from({ length: 40 }, (_, place) => ({ from: 'a', to: `${place}`, amountCents: cents(1), tone: 1 })),
  };
  const { stations, height } = layOutSankey(many, size);
  expect(height).toBeGreaterThan(1000);
  const middles = stations.slice(1).map(({ y, height: tall }) => y + tall / 2);
  for (const [place, middle] of middles.entries()) {
    if (place > 0) expect(middle - (middles[place - 1] ?? 0)).toBeGreaterThan(13);
  }
});

it('draws nothing of a plan without money', () => {
  expect(layOutSankey({ ...graph, flows: [] }, size).stations).toEqual([]);
});

it('names each station with its amount, leads to its page, and has its table; a machine finds no fault', async () => {
  const { container } = render(
    <TestUi>
      <SankeyFigure
        graph={graph}
        narrowGraph={graph}
        label="Flows"
        title="Most goes to the Red Cross"
        tableWords="As a table"
        table={<table aria-label="amounts" />}
        tableOpen
        download={<a href="/x.csv">CSV</a>}
      />
    </TestUi>,
  );
  const figure = screen.getByRole('figure', { name: 'Most goes to the Red Cross' });
  expect(within(figure).getByRole('table', { name: 'amounts' })).toBeTruthy();
  const [drawing] = screen.getAllByRole('group', { name: 'Flows' });
  const title = within(drawing as HTMLElement).getByText(/Red Cross: €.300/, { selector: 'a > title' });
  expect(title.closest('a')?.getAttribute('href')).toBe('/en/b');
  expect((await axe(container)).violations).toEqual([]);
});
