import { X } from 'lucide-react';
import { type KeyboardEvent, useId, useState } from 'react';
import { Button } from '../button/button';
import { TextInput } from '../field/controls';
import { FieldFrame, type FieldText, type Wiring } from '../field/field-frame';
import { VisuallyHidden } from '../provider/visually-hidden';
import styles from './combobox.module.css';

export interface ComboboxOption {
  readonly value: string;
  readonly label: string;
  /** Shown small beside the label, and searched in as well. */
  readonly note?: string;
  readonly lang?: string | undefined;
}

interface ComboboxProps extends Omit<FieldText, 'label'> {
  readonly label: string;
  readonly id: string;
  readonly options: readonly ComboboxOption[];
  /** The values that are chosen, in the order in which they were. */
  readonly chosen: readonly string[];
  readonly onChange: (chosen: string[]) => void;
  readonly words: {
    readonly remove: (label: string) => string;
    /** Said while the list is open: how many options there are. */
    readonly found: (count: number) => string;
  };
}

/** As many as anybody reads; who does not find it in them types more. */
const mostShown = 30;

/**
 * Several of a long list, found by typing. What is chosen stands above the field, each with a button that takes it out.
 * The list stands in the flow of the page, so that a dialog holds it too.
 */
export function Combobox({ id, options, chosen, onChange, words, ...frame }: ComboboxProps) {
  const byValue = new Map(options.map((option) => [option.value, option]));
  return (
    <FieldFrame
      {...frame}
      id={id}
      render={(wiring) => (
        <div className={styles.box}>
          {chosen.length > 0 && (
            <ul className={styles.chosen}>
              {chosen.map((value) => {
                const { label = value, lang } = byValue.get(value) ?? {};
                return (
                  <li key={value} className={styles.chip}>
                    <span lang={lang}>{label}</span>
                    <Button
                      size="small"
                      tone="quiet"
                      icon={<X aria-hidden="true" />}
                      aria-label={words.remove(label)}
                      onClick={() => onChange(chosen.filter((each) => each !== value))}
                    />
                  </li>
                );
              })}
            </ul>
          )}
          <Finder
            label={frame.label}
            wiring={wiring}
            options={options.filter(({ value }) => !chosen.includes(value))}
            onChoose={(value) => onChange([...chosen, value])}
            onBack={() => onChange(chosen.slice(0, -1))}
            found={words.found}
          />
        </div>
      )}
    />
  );
}

interface FinderProps {
  readonly label: string;
  readonly wiring: Wiring;
  readonly options: readonly ComboboxOption[];
  readonly onChoose: (value: string) => void;
  readonly onBack: () => void;
  readonly found: (count: number) => string;
}

const plain = (text: string) =>
  text
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')
    .toLowerCase();

/** The options in which every word that was typed occurs, accents and capitals aside. */
function matching(options: readonly ComboboxOption[], typed: string): readonly ComboboxOption[] {
  const words = plain(typed).split(/\s+/).filter(Boolean);
  return options.filter(({ label, note = '' }) => words.every((word) => plain(`${label} ${note}`).includes(word)));
}

function Finder({ label, wiring, options, onChoose, onBack, found }: FinderProps) {
  const listId = useId();
  const [typed, setTyped] = useState('');
  const all = matching(options, typed);
  const shown = all.slice(0, mostShown);
  const { at, isOpen, setAt, setIsOpen, go } = useWalk(shown.length, (index) => `${listId}-${shown[index]?.value}`);
  const active = isOpen ? shown[Math.min(at, shown.length - 1)] : undefined;

  function choose(option: ComboboxOption) {
    onChoose(option.value);
    setTyped('');
    setAt(0);
    setIsOpen(false);
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'ArrowDown') go(isOpen ? at + 1 : at);
    else if (event.key === 'ArrowUp') go(at - 1);
    else if (event.key === 'Enter' && active !== undefined) choose(active);
    else if (event.key === 'Escape' && isOpen) setIsOpen(false);
    else if (event.key === 'Backspace' && typed === '') return onBack();
    else return;
    event.preventDefault();
    // A dialog around it would close as well.
    event.stopPropagation();
  }

  return (
    <div className={styles.finder}>
      <TextInput
        {...wiring}
        role="combobox"
        aria-expanded={isOpen}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={active === undefined ? undefined : `${listId}-${active.value}`}
        autoComplete="off"
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
          setIsOpen(true);
        }}
        onClick={() => setIsOpen(true)}
        onBlur={() => setIsOpen(false)}
        onKeyDown={onKeyDown}
      />
      <Options id={listId} label={label} isOpen={isOpen} shown={shown} active={active} onGo={setAt} onChoose={choose} />
      <VisuallyHidden>
        <span role="status">{isOpen ? found(all.length) : ''}</span>
      </VisuallyHidden>
      {isOpen && (shown.length === 0 || all.length > shown.length) && (
        <p aria-hidden="true" className={styles.note}>
          {found(all.length)}
        </p>
      )}
    </div>
  );
}

/** Whether the list is open, and which of its options the keys have come to. */
function useWalk(count: number, idOf: (index: number) => string) {
  const [isOpen, setIsOpen] = useState(false);
  const [at, setAt] = useState(0);
  function go(to: number) {
    const next = Math.max(0, Math.min(to, count - 1));
    setIsOpen(true);
    setAt(next);
    document.getElementById(idOf(next))?.scrollIntoView?.({ block: 'nearest' });
  }
  return { at, isOpen, setAt, setIsOpen, go };
}

interface OptionsProps {
  readonly id: string;
  readonly label: string;
  readonly isOpen: boolean;
  readonly shown: readonly ComboboxOption[];
  readonly active: ComboboxOption | undefined;
  readonly onGo: (index: number) => void;
  readonly onChoose: (option: ComboboxOption) => void;
}

function Options({ id, label, isOpen, shown, active, onGo, onChoose }: OptionsProps) {
  return (
    <div id={id} role="listbox" tabIndex={-1} aria-label={label} hidden={!isOpen} className={styles.list}>
      {shown.map((option, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the field hears the keys; the focus never leaves it.
        <div
          key={option.value}
          id={`${id}-${option.value}`}
          role="option"
          tabIndex={-1}
          aria-selected={option === active}
          className={styles.option}
          lang={option.lang}
          onMouseDown={(event) => event.preventDefault()}
          onMouseMove={() => option !== active && onGo(index)}
          onClick={() => onChoose(option)}
        >
          {option.label}
          {option.note !== undefined && <span className={styles.note}> {option.note}</span>}
        </div>
      ))}
    </div>
  );
}
