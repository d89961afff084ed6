import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { text } from '../text/text';
import { Icon } from './Icon';

/** A modal window: holds the focus, closes by Esc, by its button, or by a click beside it. */
export function Dialog({ title, children, onClose }: { title: string; children: ComponentChildren; onClose(): void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  // Before anything else is drawn or pressed: an Escape in between would close nothing.
  useLayoutEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} class="dialog" aria-labelledby={heading} onClose={onClose} onClick={(click) => click.target === dialog.current && dialog.current?.close()}>
      <div class="dialog-body">
        <div class="panel-head">
          <h2 id={heading}>{title}</h2>
          <button type="button" class="icon-button" aria-label={text('app.close')} title={text('app.close')} onClick={() => dialog.current?.close()}>
            <Icon name="close" />
          </button>
        </div>
        {children}
      </div>
    </dialog>
  );
}
