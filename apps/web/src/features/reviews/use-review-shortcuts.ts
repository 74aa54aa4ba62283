import { useEffect, useRef, useState } from 'react';
import { commentFieldId, scoreFieldId } from './criterion-ids';

const storageKey = 'review-shortcuts';
/** Two digits within this time are one number: 1 and 0 are ten. */
const secondDigitMs = 700;

interface Shortcuts {
  readonly criteria: readonly { readonly id: string; readonly maxScore: number }[];
  readonly onScore: (criterionId: string, score: number) => void;
  readonly onSave: () => void;
  readonly onPrevious: () => void;
  readonly onNext: () => void;
  readonly onHelp: () => void;
}

/**
 * The keys of a review (j, k, digits, c, s, [, ], ?). They act outside fields of text only, and can be switched off
 * (WCAG 2.1.4): the choice stays in this browser.
 */
export function useReviewShortcuts(shortcuts: Shortcuts) {
  const [areOn, setOn] = useState(true);
  const current = useRef(shortcuts);
  useEffect(() => {
    current.current = shortcuts;
  });

  useEffect(() => {
    try {
      setOn(localStorage.getItem(storageKey) !== 'off');
    } catch {
      // Without storage the keys are on.
    }
  }, []);

  useEffect(() => {
    if (!areOn) return undefined;
    const digits = { text: '', at: 0, criterionId: '' };
    const press = (event: KeyboardEvent) => {
      if (isTyping(event) || document.querySelector('dialog[open]') !== null) return;
      const digit = digitOf(event);
      const isHandled = digit === null ? act(event.key, current.current) : score(digit, digits, current.current);
      if (isHandled) event.preventDefault();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [areOn]);

  return {
    areOn,
    turn(isOn: boolean) {
      setOn(isOn);
      try {
        localStorage.setItem(storageKey, isOn ? 'on' : 'off');
      } catch {
        // Then it holds for this page.
      }
    },
  };
}

function isTyping(event: KeyboardEvent): boolean {
  // On a Belgian keyboard the brackets need AltGr, which some systems report as Ctrl and Alt.
  const isCommand = (event.ctrlKey || event.altKey || event.metaKey) && !event.getModifierState('AltGraph');
  const { target } = event;
  if (isCommand || !(target instanceof HTMLElement)) return isCommand;
  if (target instanceof HTMLInputElement) return target.type !== 'radio' && target.type !== 'checkbox';
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target.isContentEditable;
}

/** A Belgian keyboard gives digits with Shift only; the key itself says which digit it is. */
function digitOf({ key, code, shiftKey }: KeyboardEvent): string | null {
  if (/^\d$/.test(key)) return key;
  return shiftKey ? null : (/^Digit(\d)$/.exec(code)?.[1] ?? null);
}

function act(key: string, { criteria, ...on }: Shortcuts): boolean {
  const at = criteria.findIndex(({ id }) => id === focusedCriterion());
  switch (key) {
    case 'j':
      return focusScore(criteria[Math.min(at + 1, criteria.length - 1)]);
    case 'k':
      return focusScore(criteria[Math.max(at - 1, 0)]);
    case 'c':
      return focus(commentFieldId((criteria[Math.max(at, 0)] ?? { id: '' }).id));
    case 's':
      on.onSave();
      return true;
    case '[':
      on.onPrevious();
      return true;
    case ']':
      on.onNext();
      return true;
    case '?':
      on.onHelp();
      return true;
    default:
      return false;
  }
}

function score(
  digit: string,
  digits: { text: string; at: number; criterionId: string },
  shortcuts: Shortcuts,
): boolean {
  const criterion = shortcuts.criteria.find(({ id }) => id === focusedCriterion());
  if (criterion === undefined) return false;
  const now = performance.now();
  const isSecond = digits.criterionId === criterion.id && now - digits.at < secondDigitMs;
  const both = Number(digits.text + digit);
  const value = isSecond && both <= criterion.maxScore ? both : Number(digit);
  Object.assign(digits, { text: String(value), at: now, criterionId: criterion.id });
  if (value > criterion.maxScore) return false;
  shortcuts.onScore(criterion.id, value);
  return true;
}

function focusedCriterion(): string | undefined {
  return document.activeElement?.closest<HTMLElement>('[data-criterion]')?.dataset['criterion'];
}

function focusScore(criterion: { readonly id: string } | undefined): boolean {
  if (criterion === undefined) return false;
  const chosen = document.querySelector<HTMLElement>(`[name="${scoreFieldId(criterion.id)}"]:checked`);
  const field = chosen ?? document.getElementById(scoreFieldId(criterion.id));
  field?.closest('[data-criterion]')?.scrollIntoView?.({ block: 'nearest' });
  field?.focus({ preventScroll: true });
  return field !== null;
}

function focus(id: string): boolean {
  const field = document.getElementById(id);
  field?.focus();
  return field !== null;
}
