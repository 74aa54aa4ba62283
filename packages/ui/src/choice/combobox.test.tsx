import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { type ReactNode, useState } from 'react';
import { TestUi } from '../testing/test-ui';
import { Combobox } from './combobox';

const options = [
  { value: 'a', label: '1.1 Koor', note: '2025' },
  { value: 'b', label: '1.2 Théâtre', note: '2025' },
  { value: 'c', label: '2.1 Dans', note: '2026' },
];

function Sample({ start = [] as string[] }) {
  const [chosen, setChosen] = useState<string[]>(start);
  return (
    <>
      <Combobox
        id="lines"
        label="Lines"
        hint="Type a code or a name."
        options={options}
        chosen={chosen}
        onChange={setChosen}
        words={{ remove: (label) => `Take out ${label}`, found: (count) => `${count} found` }}
      />
      <p data-chosen>{chosen.join()}</p>
    </>
  );
}
const renderUi = (what: ReactNode) => render(<TestUi>{what}</TestUi>);
const field = () => screen.getByRole('combobox', { name: 'Lines' });
const shown = () => screen.queryAllByRole('option').map((option) => option.textContent);
const chosen = () => document.querySelector('[data-chosen]')?.textContent;

it('finds by each word of label or note, whatever its accents and capitals', async () => {
  renderUi(<Sample />);
  await userEvent.type(field(), 'THEATRE 2025');
  expect(shown()).toEqual(['1.2 Théâtre 2025']);
  await userEvent.clear(field());
  await userEvent.type(field(), '2026');
  expect(shown()).toEqual(['2.1 Dans 2026']);
  await userEvent.type(field(), 'x');
  expect(shown()).toEqual([]);
  expect(screen.getByRole('status').textContent).toBe('0 found');
});

it('is walked and chosen from with the keyboard, and tells which option is the active one', async () => {
  renderUi(<Sample />);
  field().focus();
  await userEvent.keyboard('{ArrowDown}{ArrowDown}');
  const active = document.getElementById(field().getAttribute('aria-activedescendant') ?? '');
  expect(active?.textContent).toBe('1.2 Théâtre 2025');
  await userEvent.keyboard('{Enter}');
  expect(chosen()).toBe('b');
  expect(field().getAttribute('aria-expanded')).toBe('false');
  await userEvent.keyboard('{ArrowDown}{ArrowUp}{ArrowUp}{Enter}');
  expect(chosen()).toBe('b,a');
  await userEvent.keyboard('{Backspace}');
  expect(chosen()).toBe('b');
});

it('closes on Escape without telling what is around it, and offers nothing twice', async () => {
  const heard: string[] = [];
  renderUi(
    // biome-ignore lint/a11y/noStaticElementInteractions: it stands for a dialog that listens.
    <div onKeyDown={(event) => heard.push(event.key)}>
      <Sample start={['a']} />
    </div>,
  );
  await userEvent.click(field());
  expect(shown()).toEqual(['1.2 Théâtre 2025', '2.1 Dans 2026']);
  await userEvent.keyboard('{Escape}');
  expect(field().getAttribute('aria-expanded')).toBe('false');
  expect(heard).toEqual([]);
  await userEvent.keyboard('{Escape}');
  expect(heard).toEqual(['Escape']);
});

it('is chosen from with a press, and each chosen one has a button of its own that takes it out', async () => {
  renderUi(<Sample start={['a']} />);
  await userEvent.click(field());
  await userEvent.click(screen.getByRole('option', { name: /Dans/ }));
  expect(chosen()).toBe('a,c');
  await userEvent.click(screen.getByRole('button', { name: 'Take out 1.1 Koor' }));
  expect(chosen()).toBe('c');
});

it('has nothing that axe finds, closed and open', async () => {
  const { container } = renderUi(<Sample start={['a']} />);
  expect((await axe(container)).violations).toEqual([]);
  await userEvent.click(field());
  expect((await axe(container)).violations).toEqual([]);
});
