import { MapView } from '../map/MapView';
import { collections } from '../state/catalogue';
import { connection } from '../state/connection';
import { panels } from '../state/choices';
import { Attribution } from './Attribution';
import { ControlPanel } from './ControlPanel';
import { DistrictPanel } from './DistrictPanel';
import { Header } from './Header';
import { LostBanner } from './LostBanner';
import { Preparing } from './Preparing';
import { StatusBadge } from './StatusBadge';
import { WhyPanel } from './WhyPanel';

/** The page. */
export function App() {
  // A server that starts again under an open map is told of in the banner: what is on the map stays.
  const fresh = collections.value.value === undefined;
  if (fresh && connection.value.state === 'preparing') return <Preparing server={connection.value} />;
  return (
    <>
      <Header />
      <LostBanner />
      <main class={panels.value.controls ? 'stage' : 'stage controls-closed'}>
        <ControlPanel />
        <div class="middle">
          <StatusBadge />
          <MapView />
          <Attribution />
          <WhyPanel />
        </div>
        <DistrictPanel />
      </main>
    </>
  );
}
