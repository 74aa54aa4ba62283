import { permissionsOf } from '@commonlot/domain';
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { fakeApi } from '../../../shared/testing/fake-api';
import { renderPage } from '../../../shared/testing/render-page';
import { dropAt } from './drop-place';
import { givenVersion } from './given-version';
import { LineEditor } from './line-editor';
import { draftOf } from './typed-line';

const rowHeight = 2.75 * 16;
let fake = fakeApi([]);
const scrolls: unknown[] = [];
beforeEach(() => {
  localStorage.clear();
  scrolls.length = 0;
  window.scrollBy = ((...by: unknown[]) => void scrolls.push(by)) as typeof window.scrollBy;
});
afterEach(() => fake.restore());

function show() {
  fake = fakeApi([]);
  return renderPage(<LineEditor version={givenVersion()} onUnsaved={() => undefined} />, {
    person: { roles: ['minister'], permissions: [...permissionsOf(['minister'])] },
  });
}
const grid = () => screen.getByRole('treegrid', { name: 'Lines of the plan' });
const codes = () =>
  [...grid().querySelectorAll('[data-key]')].map((row) =>
    [...row.querySelectorAll('[data-cell]')]
      .slice(0, 2)
      .map((cell) => cell.textContent)
      .join(' '),
  );
const start = ['1 Line 1', '1.1 Line 1.1', '1.2 Line 1.2', '2 Line 2', '2.1 Line 2.1'];
const grip = (row: number) => grid().querySelectorAll('[data-grip]')[row] as Element;
const mark = () => grid().querySelector('[class*="mark"]');
const said = () =>
  screen
    .getAllByRole('status')
    .map((each) => each.textContent)
    .filter((text) => /[Mm]oved|drop|nothing/.test(text ?? ''))
    .join();
const pointer = { isPrimary: true, button: 0, pointerId: 1 };
/** Presses the grip of a row; heights are counted in rows. */
const press = (row: number, init: object = {}) =>
  fireEvent.pointerDown(grip(row), { ...pointer, clientX: 5, clientY: (row + 0.5) * rowHeight, ...init });
const moveTo = (rows: number) => fireEvent.pointerMove(window, { ...pointer, clientX: 5, clientY: rows * rowHeight });
const drop = () => fireEvent.pointerUp(window, pointer);

it('puts a line where it is let go, counts the codes anew, and takes it back in one step', async () => {
  show();
  press(4);
  moveTo(1.1);
  expect(codes()).toEqual(start);
  expect(mark()?.getAttribute('style')).toContain(`${2.75}rem`);
  drop();
  const moved = ['1 Line 1', '1.1 Line 2.1', '1.2 Line 1.1', '1.3 Line 1.2', '2 Line 2'];
  expect(codes()).toEqual(moved);
  expect(mark()).toBeNull();
  expect(document.activeElement?.textContent).toBe('1.1');
  await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
  expect(codes()).toEqual(start);
});

it('takes along what stands under a heading, into another heading too', () => {
  show();
  press(0);
  moveTo(3.5);
  expect(mark()?.hasAttribute('data-inside')).toBe(true);
  drop();
  expect(codes()).toEqual(['1 Line 2', '1.1 Line 2.1', '1.2 Line 1', '1.2.1 Line 1.1', '1.2.2 Line 1.2']);
});

it('says where the line would go, and what became of it', () => {
  show();
  press(1);
  moveTo(2.9);
  expect(said()).toContain('Line 1.1: drop after 1.2.');
  moveTo(3.5);
  expect(said()).toContain('drop inside 2');
  moveTo(1.5);
  expect(said()).toBe('Line 1.1: nothing changes here.');
  moveTo(4.1);
  expect(said()).toContain('drop before 2.1');
  drop();
  expect(said()).toBe('Moved: the line is now 2.1.');
});

it.each([
  ['Escape', () => fireEvent.keyDown(document.activeElement ?? document.body, { key: 'Escape' })],
  ['a finger that the system takes over', () => fireEvent.pointerCancel(window, pointer)],
  ['another window', () => fireEvent.blur(window)],
])('leaves everything as it was after %s', (_name, cancel) => {
  show();
  press(4);
  moveTo(1.1);
  cancel();
  expect(said()).toBe('Not moved: line 2.1 stands where it stood.');
  drop();
  expect(codes()).toEqual(start);
  expect(screen.getByRole('button', { name: 'Undo' }).getAttribute('aria-disabled')).toBe('true');
});

it('moves nothing for a short press, another button, a second finger, or a place that it cannot go to', () => {
  show();
  press(4);
  fireEvent.pointerMove(window, { ...pointer, clientX: 6, clientY: 4.5 * rowHeight + 2 });
  drop();
  press(4, { button: 2 });
  moveTo(1.1);
  drop();
  press(4, { isPrimary: false });
  moveTo(1.1);
  drop();
  press(0);
  moveTo(1.5);
  drop();
  expect(codes()).toEqual(start);
});

it('scrolls while the line is held at the edge of the screen, and only then', async () => {
  show();
  const frame = () => act(() => new Promise((resolve) => requestAnimationFrame(() => resolve(undefined))));
  press(4);
  moveTo(6);
  await frame();
  expect(scrolls).toEqual([]);
  fireEvent.pointerMove(window, { ...pointer, clientX: 5, clientY: window.innerHeight - 5 });
  await waitFor(() => expect(scrolls[0]).toEqual([0, expect.any(Number)]));
  drop();
  const count = scrolls.length;
  await frame();
  expect(scrolls).toHaveLength(count);
});

it('has nothing that axe finds while a line is on its way', async () => {
  const { container } = show();
  press(4);
  moveTo(1.1);
  expect((await axe(container)).violations).toEqual([]);
  drop();
});

test('below the last row is the end of the plan; where a line already stands it does not go', () => {
  const { lines } = draftOf(givenVersion(), 'en');
  const keys = new Map(lines.map((line) => [line.code, line.key]));
  const offsets = [0, 1, 2, 3, 4, 5];
  const key = keys.get('1.1') ?? '';
  expect(dropAt(lines, offsets, 9, key)).toEqual({
    place: { where: 'after', key: keys.get('2') },
    row: 5,
    isInside: false,
    level: 1,
  });
  expect(dropAt(lines, offsets, -3, key)?.place).toEqual({ where: 'before', key: keys.get('1') });
  expect(dropAt(lines, offsets, 1.2, key)).toBeNull();
  expect(dropAt(lines, offsets, 0.9, key)).toBeNull();
  expect(dropAt(lines, offsets, 9, keys.get('2') ?? '')).toBeNull();
  expect(dropAt([], [0], 0, key)).toBeNull();
});
