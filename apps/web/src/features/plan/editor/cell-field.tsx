import { lineKinds } from '@commonlot/domain';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import styles from './grid.module.css';
import type { AfterCell, CellPlace, RowEvents } from './places';
import type { RowWords } from './row-words';
import { labelFields, type TypedLine } from './typed-line';

interface CellFieldProps {
  readonly place: CellPlace;
  readonly seed: string | null;
  readonly line: TypedLine;
  readonly words: RowWords;
  readonly on: RowEvents;
}

/** The field in a cell while somebody types in it. What is typed becomes one step of the history, when it is done. */
export function CellField({ place, seed, line, words, on }: CellFieldProps) {
  const { t } = useTranslation('plan');
  const before = textOf(place, line, words);
  const [text, setText] = useState(place.column === 'kind' ? before : (seed ?? before));
  const field = useRef<HTMLInputElement & HTMLSelectElement>(null);
  const isDone = useRef(false);
  const latest = useRef(text);
  latest.current = text;

  function finish(value: string | null, after: AfterCell) {
    if (isDone.current) return;
    isDone.current = true;
    on.commit(place, value === before ? null : value, after);
  }

  useEffect(() => {
    field.current?.focus();
    if (seed === null && field.current instanceof HTMLInputElement) field.current.select();
  }, [seed]);
  useEffect(() => {
    // A reload in the middle of a word loses nothing: the cell is taken as it stands.
    const leave = () => flushSync(() => finish(latest.current, null));
    window.addEventListener('pagehide', leave);
    return () => window.removeEventListener('pagehide', leave);
  }, []);

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    const after = { Enter: 'down', Tab: event.shiftKey ? 'left' : 'right', Escape: 'stay' }[event.key];
    if (after === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    finish(event.key === 'Escape' ? null : text, after as AfterCell);
  }

  const wiring = {
    ref: field,
    value: text,
    className: styles.field,
    'aria-label': `${t(`editor.column.${place.column}`)}, ${t('editor.line', { code: line.code })}`,
    onKeyDown,
    onBlur: () => finish(text, null),
  };
  if (place.column === 'kind') {
    return (
      <select {...wiring} onChange={(event) => setText(event.target.value)}>
        {line.unreadKind !== '' && <option value={line.unreadKind}>{line.unreadKind}</option>}
        {lineKinds.map((kind) => (
          <option key={kind} value={kind}>
            {words.kinds[kind]}
          </option>
        ))}
      </select>
    );
  }
  return (
    <input
      {...wiring}
      autoComplete="off"
      lang={place.column === 'label' ? words.language : undefined}
      inputMode={place.column === 'amount' ? 'decimal' : undefined}
      onChange={(event) => setText(event.target.value)}
    />
  );
}

function textOf({ column }: CellPlace, line: TypedLine, words: RowWords): string {
  if (column === 'code') return line.code;
  if (column === 'kind') return line.unreadKind || line.kind;
  if (column === 'amount') return line.isPm ? 'PM' : line.amount;
  return line[labelFields[words.language]];
}
