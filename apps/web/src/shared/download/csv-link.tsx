import { useTranslation } from 'react-i18next';
import { type CsvCell, csvText } from './csv';

interface CsvLinkProps {
  /** Name of the file, without its ending. */
  readonly name: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly CsvCell[])[];
}

/**
 * The table beside it as a file. The link carries the file itself: it gives exactly what is shown, asks nobody again, and
 * works before any script.
 */
export function CsvLink({ name, head, rows }: CsvLinkProps) {
  const { t } = useTranslation('shared');
  const file = `${name}.csv`;
  return (
    <a href={`data:text/csv;charset=utf-8,${encodeURIComponent(csvText(head, rows))}`} download={file}>
      {t('picture.download', { file })}
    </a>
  );
}
