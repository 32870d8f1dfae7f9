// What the member may do in the circle on the screen. The core decides; a button that would only be refused
// is not shown.
import { app } from '../state/app.svelte';

/** Whether the member may write: everyone but a reader. */
export const mayWrite = (): boolean => Boolean(app.circle?.right) && app.circle?.right !== 'reader';

/** Whether the member may write for others and close rounds. */
export const isSecretary = (): boolean => app.circle?.right === 'secretary' || app.circle?.right === 'coordinator';

/** Whether the member may let people in and give rights. */
export const isCoordinator = (): boolean => app.circle?.right === 'coordinator';
