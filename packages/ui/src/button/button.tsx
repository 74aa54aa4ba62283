import type { ButtonHTMLAttributes, MouseEvent, ReactNode, Ref } from 'react';
import { classNames } from '../provider/class-names';
import { UiLink, type UiLinkProps, useUi } from '../provider/ui-provider';
import { VisuallyHidden } from '../provider/visually-hidden';
import styles from './button.module.css';

export type ButtonTone = 'primary' | 'secondary' | 'quiet' | 'danger';

interface Look {
  /** One primary button a page; `quiet` for what sits in a row of a table; `danger` for what cannot be undone. */
  readonly tone?: ButtonTone;
  readonly size?: 'normal' | 'small';
  readonly icon?: ReactNode;
}

export interface ButtonProps extends Look, ButtonHTMLAttributes<HTMLButtonElement> {
  /** The request is under way: the button says so, keeps the focus and ignores a second press. */
  readonly pending?: boolean;
  readonly ref?: Ref<HTMLButtonElement>;
}

/** A native button. It is a `button` and not a `submit` unless told, so that nothing is sent by accident. */
export function Button(props: ButtonProps) {
  const { tone = 'secondary', size = 'normal', icon, pending = false, type = 'button', children, ...rest } = props;
  const { words } = useUi();

  function press(event: MouseEvent<HTMLButtonElement>) {
    // Not `disabled`: that would take the focus away from the person who pressed it.
    if (pending) event.preventDefault();
    else rest.onClick?.(event);
  }

  return (
    <button
      {...rest}
      type={type}
      className={classNames(styles.button, rest.className)}
      data-tone={tone}
      data-size={size}
      aria-disabled={pending || rest['aria-disabled'] || undefined}
      aria-busy={pending || undefined}
      onClick={press}
    >
      {pending ? <span className={styles.spinner} aria-hidden="true" /> : icon}
      <span>{children}</span>
      {pending && <VisuallyHidden>{words.pending}</VisuallyHidden>}
    </button>
  );
}

export interface LinkButtonProps extends Look, UiLinkProps {}

/** A link that looks like a button: for going somewhere, such as "Start". What changes something is a `Button`. */
export function LinkButton({ tone = 'secondary', size = 'normal', icon, children, ...rest }: LinkButtonProps) {
  return (
    <UiLink {...rest} className={classNames(styles.button, rest.className)} data-tone={tone} data-size={size}>
      {icon}
      <span>{children}</span>
    </UiLink>
  );
}

/** Buttons side by side, the primary one first; they stand under each other on a narrow screen. */
export function ButtonRow({ children, end = false }: { readonly children: ReactNode; readonly end?: boolean }) {
  return (
    <div className={styles.row} data-end={end || undefined}>
      {children}
    </div>
  );
}
