import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { type Resolver, type ResolverResult, useForm } from 'react-hook-form';
import { TestUi } from '../testing/test-ui';
import { MoneyInput } from './controls';
import { ErrorSummary } from './error-summary';
import { Field } from './field';

const labels = { title: 'Title', summary: 'Summary', amount: 'Amount' };

interface Values {
  readonly title: string;
  readonly summary: string;
  readonly amount: string;
}

const resolver: Resolver<Values> = (values): ResolverResult<Values> => {
  if (values.title !== '') return { values, errors: {} };
  return { values: {}, errors: { title: { type: 'required', message: 'missing' } } };
};

function Form({ onSend = () => undefined }: { readonly onSend?: (values: object) => void }) {
  const { control, handleSubmit } = useForm({
    defaultValues: { title: '', summary: '', amount: '' },
    shouldFocusError: false,
    resolver,
  });
  return (
    <TestUi language="nl">
      <form onSubmit={handleSubmit(onSend)}>
        <ErrorSummary control={control} labels={labels} />
        <Field
          control={control}
          name="title"
          label={labels.title}
          hint="In plain words"
          render={(field, wiring) => <input {...field} {...wiring} />}
        />
        <Field
          control={control}
          name="summary"
          label={labels.summary}
          counter={5}
          optional
          render={(field, wiring) => <textarea {...field} {...wiring} />}
        />
        <Field
          control={control}
          name="amount"
          label={labels.amount}
          render={(field, wiring) => <MoneyInput {...field} {...wiring} />}
        />
        <button type="submit">Send</button>
      </form>
    </TestUi>
  );
}

it('ties label and hint to the input', () => {
  render(<Form />);
  const title = screen.getByRole('textbox', { name: 'Title' });
  expect(title.getAttribute('aria-describedby')).toBe('field-title-hint');
  expect(title.getAttribute('aria-required')).toBe('true');
  expect(screen.getByRole('textbox', { name: 'Summary (optional)' }).getAttribute('aria-required')).toBeNull();
});

it('says an error at the field and in the summary, in the same words', async () => {
  render(<Form />);
  await userEvent.click(screen.getByRole('button', { name: 'Send' }));
  const title = await screen.findByRole('textbox', { name: 'Title', description: /Title is missing/ });
  expect(title.getAttribute('aria-invalid')).toBe('true');
  expect(screen.getByRole('link', { name: 'Title is missing' })).toBeTruthy();
});

it('gives the focus to the summary after each failed attempt, and to the field by its link', async () => {
  render(<Form />);
  for (let attempt = 0; attempt < 2; attempt += 1) {
    await userEvent.click(screen.getByRole('button', { name: 'Send' }));
    expect(document.activeElement).toBe(await screen.findByRole('alert'));
  }
  Element.prototype.scrollIntoView = () => undefined;
  await userEvent.click(screen.getByRole('link', { name: 'Title is missing' }));
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Title' }));
});

it('puts the word for error before the title of the page while there are errors', async () => {
  document.title = 'A form';
  render(<Form />);
  await userEvent.click(screen.getByRole('button', { name: 'Send' }));
  await screen.findByRole('alert');
  expect(document.title).toBe('Error: A form');
  await userEvent.type(screen.getByRole('textbox', { name: 'Title' }), 'A choir');
  await userEvent.click(screen.getByRole('button', { name: 'Send' }));
  expect(document.title).toBe('A form');
});

it('lets people type beyond the limit and tells them, counting what they see as one character as one', async () => {
  render(<Form />);
  const summary = screen.getByRole('textbox', { name: /Summary/ });
  await userEvent.type(summary, 'ab👨‍👩‍👧');
  expect(screen.getByText('2 left')).toBeTruthy();
  await userEvent.type(summary, 'cdef');
  expect(screen.getByText('2 over')).toBeTruthy();
  expect((summary as HTMLTextAreaElement).value).toBe('ab👨‍👩‍👧cdef');
});

it.each([
  ['1250,5', '1.250,50'],
  ['1 250', '1.250'],
  ['1,250.75', '1.250,75'],
  ['about 12', 'about 12'],
])('writes the amount %s back as %s', async (typed, shown) => {
  render(<Form />);
  const amount = screen.getByRole('textbox', { name: 'Amount' }) as HTMLInputElement;
  await userEvent.type(amount, typed);
  await userEvent.tab();
  expect(amount.value).toBe(shown);
});
