import { useSignal } from '@preact/signals';
import type { RunManifest } from '../api/types';
import { manifest, theme } from '../state/catalogue';
import { cautions } from '../state/cautions';
import { text } from '../text/text';
import { Dialog } from './Dialog';
import { Icon } from './Icon';

const namedAtMost = 3;

/** Says on every view how far the inputs of the result can be trusted. */
export function StatusBadge() {
  const open = useSignal(false);
  const run = manifest.value.value;
  if (theme.value === null) return null;
  return (
    <div class="status-bar">
      <button type="button" class={`status-badge status-${run?.worstStatus ?? 'unknown'}`} disabled={!run} onClick={() => (open.value = true)}>
        <Icon name="warning" />
        <span>{manifest.value.state === 'loading' && !run ? text('app.loading') : badgeText(run)}</span>
      </button>
      {open.value && run && <RunDialog run={run} onClose={() => (open.value = false)} />}
    </div>
  );
}

function badgeText(run: RunManifest | undefined): string {
  if (run === undefined) return text('status.unknown');
  const doubtful = cautions(run.inputs);
  if (doubtful.length === 0) return text('status.surveyedall');
  const named = doubtful.slice(0, namedAtMost).map((i) => `${i.title} (${text(`status.${i.provenance.status}`)})`);
  const rest = doubtful.length - named.length;
  return text('status.demonstration', { layers: [...named, ...(rest > 0 ? [text('status.more', { count: rest })] : [])].join(', ') });
}

function RunDialog({ run, onClose }: { run: RunManifest; onClose(): void }) {
  return (
    <Dialog title={text('status.inputs')} onClose={onClose}>
      <ul class="inputs">
        {[...cautions(run.inputs), ...run.inputs.filter((i) => i.provenance.status === 'surveyed')].map(({ id, title, provenance }) => (
          <li key={id}>
            <span class={`status-dot status-${provenance.status}`} aria-hidden="true" />
            <span>
              <strong>{title}</strong>: {text(`status.${provenance.status}`)}
              <small>{provenance.source}</small>
            </span>
          </li>
        ))}
      </ul>
      {run.warnings.length > 0 && <h3>{text('status.warnings')}</h3>}
      <ul>
        {run.warnings.map((warning) => (
          <li key={warning.message}>{warning.message}</li>
        ))}
      </ul>
      <dl class="facts">
        <dt>{text('status.run')}</dt>
        <dd><code>{run.runId}</code></dd>
        <dt>{text('status.hash')}</dt>
        <dd><code>{run.resultHash}</code></dd>
        <dt>{text('status.engine')}</dt>
        <dd>{run.engineVersion}</dd>
      </dl>
    </Dialog>
  );
}
