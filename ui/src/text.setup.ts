// Gives unit tests the Dutch sentences that the core hands over when the app runs.
import { speak } from './text.svelte';

const files = import.meta.glob<string>(['../../assets/text/nl.ftl', '../../assets/text/window/*.nl.ftl'], {
  query: '?raw',
  import: 'default',
  eager: true,
});
speak('nl', Object.values(files));
