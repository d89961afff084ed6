import { connection } from '../state/connection';
import { text } from '../text/text';
import { Icon } from './Icon';

/** Says that the server is gone, or starting again, until it is back. */
export function LostBanner() {
  const { state } = connection.value;
  const message = state === 'lost' ? text('server.lost') : state === 'preparing' ? text('server.preparing') : null;
  return (
    <div class="lost" role="status">
      {message !== null && (
        <p>
          <Icon name="warning" /> {message}
        </p>
      )}
    </div>
  );
}
