// The five stops of the tour and the records of the sample circle that they show.
import { callCircle } from '../../ipc/client';
import { app } from '../../state/app.svelte';
import type { Place } from '../../state/place.svelte';
import { findStops } from './stops';

/** Where the stops are. A stop whose record is not there shows the room it would be in. */
export async function readStops(): Promise<Place[]> {
  const circle = app.handle;
  const [meetings, statements, studies] = await Promise.all([
    callCircle(circle, 'list_meetings', {}),
    callCircle(circle, 'list_statements', {}),
    callCircle(circle, 'list_studies', {}),
  ]);
  return findStops(meetings, statements, studies);
}
