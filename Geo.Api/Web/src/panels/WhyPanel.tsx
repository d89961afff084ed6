import { useEffect } from 'preact/hooks';
import { classColour } from '../map/results';
import { classLegend, theme } from '../state/catalogue';
import { place } from '../state/choices';
import { explanation, zoneWhy } from '../state/explanation';
import { fixed, percent } from '../text/numbers';
import { isText, text } from '../text/text';
import type { Explanation } from '../api/types';
import { Coordinates } from './Coordinates';
import { CriteriaTable } from './CriteriaTable';
import { Icon } from './Icon';
import { ZoneFacts } from './ZoneFacts';
import { ZoneWhy } from './ZoneWhy';

/** Why the place asked about has its score, and the zone it lies in. */
export function WhyPanel() {
  useEffect(() => {
    const close = (key: KeyboardEvent): void => {
      if (key.key === 'Escape' && document.querySelector('dialog[open]') === null) place.value = null;
    };
    addEventListener('keydown', close);
    return () => removeEventListener('keydown', close);
  }, []);
  if (place.value === null || theme.value === null) return null;
  return (
    <section class="why" aria-labelledby="why-title" aria-busy={explanation.value.state === 'loading'}>
      <div class="panel-head">
        <h2 id="why-title">{text('why.title')}</h2>
        <button type="button" class="icon-button" aria-label={text('app.close')} title={text('app.close')} onClick={() => (place.value = null)}>
          <Icon name="close" />
        </button>
      </div>
      <div class="scroll" tabIndex={0} role="group" aria-labelledby="why-title">
        <div aria-live="polite">
          <Answer />
        </div>
        <ZoneFacts />
        <WhyZone />
        <Coordinates {...place.value} />
      </div>
    </section>
  );
}

function Answer() {
  const { state, value, reason } = explanation.value;
  if (state === 'failed') return <p class="failed">{text('app.failed', { reason: reason ?? '' })}</p>;
  if (value === undefined) return <p class="hint">{text('app.loading')}</p>;
  if (!value.isInside) return <p class="hint">{text('why.outside')}</p>;
  return (
    <>
      <Verdict of={value} />
      <CriteriaTable of={value} />
    </>
  );
}

function WhyZone() {
  const { state, value } = zoneWhy.value;
  return state === 'none' || value === undefined ? null : <ZoneWhy of={value} />;
}

function Verdict({ of }: { of: Explanation }) {
  const key = `class.${of.class}`;
  return (
    <div class="verdict">
      <p class="verdict-class">
        {of.class !== null && isText(key) && (
          <>
            <svg class="swatch" width="18" height="18" aria-hidden="true">
              <rect width="18" height="18" rx="3" fill={classColour(of.class, classLegend.value)} />
            </svg>
            <strong>{of.class}</strong> {text(key)}
          </>
        )}
        <span class="verdict-score">{of.score === null ? text('why.noscore') : `${text('why.score')} ${fixed(of.score, 2)}`}</span>
      </p>
      {of.confidence !== undefined && <p class="hint">{text('why.confidence', { share: percent(of.confidence) })}</p>}
      {of.mostUncertain !== undefined && (
        <p class="hint">{text('why.uncertain', { criterion: of.criteria.find((criterion) => criterion.id === of.mostUncertain)?.title ?? '' })}</p>
      )}
      {of.reason && (
        <p class="verdict-reason">
          {text('why.reason')}: {of.reason.title}
          {of.reason.legalSource && <small>{text('why.legal', { source: of.reason.legalSource })}</small>}
        </p>
      )}
    </div>
  );
}
