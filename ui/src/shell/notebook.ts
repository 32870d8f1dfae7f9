// What an open circle needs on the screen, and nothing before it: most of the code.
export { default as Arrivals } from '../features/exchange/Arrivals.svelte';
export { default as Frame } from './Frame.svelte';
