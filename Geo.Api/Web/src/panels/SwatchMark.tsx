import type { Swatch } from '../map/look';

/** A sample of how something is drawn on the map. */
export function SwatchMark({ swatch: { kind, colour, outline, dash } }: { swatch: Swatch }) {
  return (
    <svg class="swatch" width="20" height="14" viewBox="0 0 20 14" aria-hidden="true">
      {kind === 'fill' && <rect x="1" y="1" width="18" height="12" rx="2" fill={colour} stroke={outline ?? '#00000033'} stroke-dasharray={dash} />}
      {kind === 'line' && <path d="M1 7h18" stroke={colour} stroke-width="2.2" stroke-dasharray={dash} fill="none" />}
      {kind === 'point' && <circle cx="10" cy="7" r="4.5" fill={colour} stroke={outline ?? 'none'} stroke-width="1.2" />}
    </svg>
  );
}
