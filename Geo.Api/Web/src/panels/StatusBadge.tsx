import { useSignal } from '@preact/signals';
import type { Run } from '../api/types';
import { run, theme } from '../state/catalogue';
import { byTrust, cautions } from '../state/cautions';
import { language, text } from '../text/text';
import { Dialog } from './Dialog';
import { Icon } from './Icon';

const namedAtMost = 3;

/** Says on every view how far the inputs of the result can be trusted. */
export function StatusBadge() {
  const open = useSignal(false);
  const shown = run.value.value;
  if (theme.value === null) return null;
  return (
    <div class="status-bar">
      <button type="button" class={`status-badge status-${shown?.worstStatus ?? 'unknown'}`} disabled={!shown} onClick={() => (open.value = true)}>
        <Icon name="warning" />
        <span>{run.value.state === 'loading' && !shown ? text('app.loading') : badgeText(shown)}</span>
      </button>
      {open.value && shown && <RunDialog run={shown} onClose={() => (open.value = false)} />}
    </div>
  );
}

function badgeText(shown: Run | undefined): string {
  if (shown === undefined) return text('status.unknown');
  const doubtful = cautions(shown.inputs);
  if (doubtful.length === 0) return text('status.surveyedall');
  const named = doubtful.slice(0, namedAtMost).map((i) => `${i.title[language.value]} (${text(`status.${i.status}`)})`);
  const rest = doubtful.length - named.length;
  return text('status.demonstration', { layers: [...named, ...(rest > 0 ? [text('status.more', { count: rest })] : [])].join(', ') });
}

function RunDialog({ run: shown, onClose }: { run: Run; onClose(): void }) {
  return (
    <Dialog title={text('status.inputs')} onClose={onClose}>
      <ul class="inputs">
        {byTrust(shown.inputs).map(({ id, title, status, source }) => (
          <li key={id}>
            <span class={`status-dot status-${status}`} aria-hidden="true" />
            <span>
              <strong>{title[language.value]}</strong>: {text(`status.${status}`)}
              <small>{source}</small>
            </span>
          </li>
        ))}
      </ul>
      {shown.warnings.length > 0 && <h3>{text('status.warnings')}</h3>}
      <ul>
        {shown.warnings.map((warning) => (
          <li key={warning}>{warning}</li>
        ))}
      </ul>
      <dl class="facts">
        <dt>{text('status.run')}</dt>
        <dd><code>{shown.runId}</code></dd>
        <dt>{text('status.hash')}</dt>
        <dd><code>{shown.resultHash}</code></dd>
        <dt>{text('status.engine')}</dt>
        <dd>{shown.engineVersion}</dd>
      </dl>
    </Dialog>
  );
}
