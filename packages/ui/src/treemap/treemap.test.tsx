import { cents } from '@commonlot/domain';
import { render, screen, within } from '@testing-library/react';
import { TestUi } from '../testing/test-ui';
import { fitLabel, fitLine } from './fit-label';
import { layOutTreemap, type TreemapNode } from './layout';
import { Treemap, TreemapFigure } from './treemap';

const nodes: TreemapNode[] = [
  {
    id: '1',
    label: 'Communities',
    children: [
      { id: '1.1', label: 'Flemish Community', amountCents: cents(600_00), href: '/en/1.1' },
      { id: '1.2', label: 'German-speaking Community', amountCents: cents(1_00), href: '/en/1.2' },
      { id: '1.3', label: 'A line without an amount' },
    ],
  },
  { id: '2', label: 'Solidarity', amountCents: cents(300_00), href: '/en/2' },
];
const root: TreemapNode = { id: 'root', label: 'Plan', children: nodes };
const size = { width: 1000, height: 500 };
const format = (amount: number) => `€ ${amount / 100}`;

it('gives areas in proportion to the amounts, and none to what has no amount', () => {
  const flat: TreemapNode = {
    id: 'root',
    label: 'Plan',
    children: [
      { id: 'a', label: 'A', amountCents: cents(300) },
      { id: 'b', label: 'B', amountCents: cents(100) },
      { id: 'c', label: 'C', amountCents: cents(0) },
    ],
  };
  const { cells } = layOutTreemap(flat, { width: 4000, height: 1000 }, format);
  const [a, b] = cells.map((cell) => cell.width * cell.height);
  expect(cells.map((cell) => cell.node.id)).toEqual(['a', 'b']);
  expect((a ?? 0) / (b ?? 1)).toBeCloseTo(3, 1);
});

it('keeps every area inside the picture and apart from its neighbours', () => {
  const { cells } = layOutTreemap(root, size, format);
  for (const cell of cells) {
    expect(cell.x + cell.width).toBeLessThanOrEqual(size.width);
    expect(cell.y + cell.height).toBeLessThanOrEqual(size.height);
    for (const other of cells) {
      const apart =
        cell === other ||
        cell.x + cell.width <= other.x ||
        other.x + other.width <= cell.x ||
        cell.y + cell.height <= other.y ||
        other.y + other.height <= cell.y;
      expect(apart).toBe(true);
    }
  }
});

it('gives the parts of one rubric one tone, and another rubric another', () => {
  const { cells } = layOutTreemap(root, size, format);
  const toneOf = (id: string) => cells.find((cell) => cell.node.id === id)?.tone;
  expect(toneOf('1.1')).toBe(toneOf('1.2'));
  expect(toneOf('2')).not.toBe(toneOf('1.1'));
});

it('leaves a label out rather than let it run over the edge', () => {
  expect(fitLabel('German-speaking Community', '€ 1', { width: 40, height: 300 }, [14])).toBeNull();
  expect(fitLabel('Red Cross', '€ 9.400.000', { width: 90, height: 40 }, [14])?.amount).toBe('');
  expect(fitLabel('Red Cross', '€ 9.400.000', { width: 300, height: 80 }, [24, 14])?.fontSize).toBe(24);
});

it('shortens a heading by whole words', () => {
  expect(fitLine('National solidarity and prestige', 200, 15)).toBe('National solidarity and…');
  expect(fitLine('Solidarity', 20, 15)).toBe('');
});

it('names each area with its amount, and leads to its page', () => {
  render(
    <TestUi>
      <Treemap nodes={nodes} label="The plan" format={format} />
    </TestUi>,
  );
  const [drawing] = screen.getAllByRole('group', { name: 'The plan' });
  const link = within(drawing as HTMLElement)
    .getByText('German-speaking Community: € 1', { selector: 'title' })
    .closest('a');
  expect(link?.getAttribute('href')).toBe('/en/1.2');
});

it('fills an area as far as its amount is spoken for, and never further', () => {
  const filled = (filledCents: number): TreemapNode => ({
    id: String(filledCents),
    label: `${filledCents}`,
    amountCents: cents(400),
    filledCents: cents(filledCents),
  });
  const { container } = render(
    <TestUi>
      <Treemap nodes={[filled(0), filled(100), filled(900)]} label="The plan" format={format} />
    </TestUi>,
  );
  const part = (id: string) => {
    const area = [...container.querySelectorAll('g')].find((each) => each.textContent?.startsWith(`${id}:`));
    const [cell, filling] = [...(area?.querySelectorAll('rect') ?? [])].map((each) =>
      Number(each.getAttribute('height')),
    );
    return (filling ?? 0) / (cell ?? 1);
  };
  expect(['0', '100', '900'].map(part)).toEqual([0, 0.25, 1]);
});

it('comes with its message and with the same figures in a table', () => {
  render(
    <TestUi>
      <TreemapFigure
        nodes={nodes}
        label="The plan"
        title="Two thirds go to the Communities"
        tableWords="As a table"
        table={<table aria-label="amounts" />}
        tableOpen
      />
    </TestUi>,
  );
  const figure = screen.getByRole('figure', { name: 'Two thirds go to the Communities' });
  expect(within(figure).getByRole('table', { name: 'amounts' })).toBeTruthy();
});
