import { X } from 'lucide-react';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { Button } from '../button/button';
import { useUi } from '../provider/ui-provider';
import styles from './dialog.module.css';

interface DialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: ReactNode;
  readonly children: ReactNode;
  /** The buttons, the one that acts first. */
  readonly actions?: ReactNode;
  readonly wide?: boolean;
}

/**
 * The native modal dialog: the browser holds the focus inside, closes it on Escape and gives the focus back. For a
 * question that must be answered now; what people read or fill in at length is a page.
 */
export function Dialog({ open, onClose, title, children, actions, wide = false }: DialogProps) {
  const { words } = useUi();
  const titleId = useId();
  const dialog = useRef<HTMLDialogElement>(null);

  useEffect(() => {
    if (open && !dialog.current?.open) dialog.current?.showModal();
    if (!open && dialog.current?.open) dialog.current.close();
  }, [open]);

  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      data-wide={wide || undefined}
      aria-labelledby={titleId}
      onClose={onClose}
    >
      {open && (
        <>
          <div className={styles.head}>
            <h2 id={titleId}>{title}</h2>
            <Button
              tone="quiet"
              size="small"
              aria-label={words.close}
              icon={<X aria-hidden="true" />}
              onClick={onClose}
            />
          </div>
          <div className={styles.body}>{children}</div>
          {actions && <div className={styles.actions}>{actions}</div>}
        </>
      )}
    </dialog>
  );
}
