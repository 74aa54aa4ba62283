import { render, screen } from '@testing-library/react';
import { TestUi } from '../testing/test-ui';
import { FileList, type UploadItem } from './file-list';

const file: UploadItem = { id: '1', name: 'quote.pdf', sizeBytes: 1_200, state: 'ready', href: '/files/1' };
const shown = (change: Partial<UploadItem>) => {
  render(
    <TestUi>
      <FileList label="Quotes" files={[{ ...file, ...change }]} />
    </TestUi>,
  );
  return screen.getByRole('listitem').textContent;
};

it('says nothing of a virus where the scanner found none', () => {
  expect(shown({})).not.toMatch(/scanned|infected/);
});

it.each([
  ['none', 'not scanned'],
  ['waiting', 'not scanned yet'],
] as const)('says of a file with the scan "%s" that it is %s, and lets it be opened', (scan, words) => {
  expect(shown({ scan })).toContain(words);
  expect(screen.getByRole('link', { name: 'quote.pdf' }).getAttribute('href')).toBe('/files/1');
});

it('says why an infected file cannot be opened', () => {
  const { href: _, ...withoutLink } = file;
  render(
    <TestUi>
      <FileList label="Quotes" files={[{ ...withoutLink, state: 'refused', scan: 'infected' }]} />
    </TestUi>,
  );
  expect(screen.getByRole('listitem').textContent).toMatch(/refused.*infected/);
  expect(screen.queryByRole('link')).toBeNull();
});
