// Starts the screen: opens the way to the core, asks how the app stands, and draws it.
import { mount } from 'svelte';
import './styles/tokens.css';
import './styles/base.css';
import App from './App.svelte';
import { open } from './ipc/client';
import { refreshApp } from './state/app.svelte';
import { listenToShell } from './shell/listening';
import { hearChanges } from './state/live.svelte';
import { lockWhenIdle } from './state/lock.svelte';

open();
hearChanges();
listenToShell();
await refreshApp();
lockWhenIdle();

const target = document.querySelector('#app');
if (target) mount(App, { target });
