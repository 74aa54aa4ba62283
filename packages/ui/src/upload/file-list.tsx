import type { Language } from '@commonlot/domain';
import { CircleCheck, CircleX, FileText, LoaderCircle, ShieldCheck, Trash2, Upload } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { Button } from '../button/button';
import { ProgressBar } from '../figures/progress-bar';
import { useUi } from '../provider/ui-provider';
import { VisuallyHidden } from '../provider/visually-hidden';
import type { UploadState } from '../state/states';
import styles from './file-list.module.css';

export interface UploadItem {
  readonly id: string;
  readonly name: string;
  readonly sizeBytes: number;
  readonly state: UploadState;
  /** Part sent so far, from 0 to 1, while it is uploading. */
  readonly progress?: number;
  /** Why a file was refused and what to do, in a sentence. */
  readonly reason?: string;
  /** Where a file that is ready can be read again. */
  readonly href?: string;
  /** What the virus scanner says: there is none, it has not looked yet (the file is usable in both), or it found one. */
  readonly scan?: 'none' | 'waiting' | 'infected';
  readonly onRemove?: () => void;
}

const icons = { uploading: LoaderCircle, scanning: ShieldCheck, ready: CircleCheck, refused: CircleX };

/** The files of one question, each with its size, its state in words, and what can be done with it. */
export function FileList({ label, files }: { readonly label: string; readonly files: readonly UploadItem[] }) {
  if (files.length === 0) return null;
  return (
    <ul className={styles.list} aria-label={label}>
      {files.map((file) => (
        <FileRow key={file.id} file={file} />
      ))}
    </ul>
  );
}

function FileRow({ file }: { readonly file: UploadItem }) {
  const { words, language } = useUi();
  const Icon = icons[file.state];
  return (
    <li className={styles.row} data-state={file.state}>
      <FileText className={styles.file} aria-hidden="true" />
      <div className={styles.text}>
        {file.href ? (
          <a href={file.href} className={styles.name}>
            {file.name}
          </a>
        ) : (
          <span className={styles.name}>{file.name}</span>
        )}
        <span className={styles.meta}>
          <span>{formatBytes(file.sizeBytes, language)}</span>
          <span className={styles.state} aria-live="polite">
            <Icon aria-hidden="true" />
            {words.uploadStates[file.state]}
          </span>
          {file.state === 'ready' && file.scan === 'none' && <span>{words.notScanned}</span>}
          {file.state === 'ready' && file.scan === 'waiting' && <span>{words.notScannedYet}</span>}
        </span>
        {file.state === 'uploading' && (
          <ProgressBar label={file.name} labelHidden value={Math.round((file.progress ?? 0) * 100)} max={100} />
        )}
        {file.scan === 'infected' && <p className={styles.reason}>{words.infected}</p>}
        {file.reason && <p className={styles.reason}>{file.reason}</p>}
      </div>
      {file.onRemove && (
        <Button tone="quiet" size="small" icon={<Trash2 aria-hidden="true" />} onClick={file.onRemove}>
          {words.remove} <VisuallyHidden>{file.name}</VisuallyHidden>
        </Button>
      )}
    </li>
  );
}

interface FilePickerProps {
  readonly label: string;
  /** Allowed types and size, before anything is chosen. */
  readonly hint: ReactNode;
  readonly accept?: string;
  readonly multiple?: boolean;
  readonly disabled?: boolean;
  readonly onFiles: (files: File[]) => void;
}

/** A native file input that also takes files dropped on it. The upload starts as soon as a file is chosen. */
export function FilePicker({ label, hint, accept, multiple = true, disabled = false, onFiles }: FilePickerProps) {
  const { words } = useUi();
  const id = useId();
  return (
    <div className={styles.picker}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <div id={`${id}-hint`} className={styles.hint}>
        {hint}
      </div>
      <div className={styles.drop}>
        <span className={styles.choose} aria-hidden="true">
          <Upload />
          {words.chooseFiles}
        </span>
        <input
          id={id}
          type="file"
          className={styles.input}
          aria-describedby={`${id}-hint`}
          accept={accept}
          multiple={multiple}
          disabled={disabled}
          onChange={(event) => {
            onFiles([...(event.target.files ?? [])]);
            // The same file can be chosen again after it was removed.
            event.target.value = '';
          }}
        />
      </div>
    </div>
  );
}

const units: Readonly<Record<Language, readonly string[]>> = {
  nl: ['byte', 'kB', 'MB', 'GB'],
  fr: ['octets', 'ko', 'Mo', 'Go'],
  de: ['Byte', 'kB', 'MB', 'GB'],
  en: ['bytes', 'kB', 'MB', 'GB'],
};

/** A size in the decimal units that file managers show, with the decimal comma of Belgium. */
export function formatBytes(sizeBytes: number, language: Language): string {
  const step = sizeBytes < 1 ? 0 : Math.min(3, Math.floor(Math.log10(sizeBytes) / 3));
  const amount = (sizeBytes / 1000 ** step).toFixed(step > 1 ? 1 : 0).replace('.', ',');
  return `${amount}\u00a0${units[language][step]}`;
}
