// Starts the screen: opens the way to the core, asks how the app stands, and draws it.
import { mount } from 'svelte';
import './styles/tokens.css';
import './styles/base.css';
import App from './App.svelte';
import { open } from './ipc/client';
import { refreshApp } from './state/app.svelte';
import { hearChanges } from './state/live.svelte';

await open();
hearChanges();
await refreshApp();

const target = document.querySelector('#app');
if (target) mount(App, { target });
