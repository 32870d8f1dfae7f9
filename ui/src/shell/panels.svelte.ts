// Which panel lies over the window: the palette or the list of shortcuts.

export type Panel = 'palette' | 'shortcuts';

let shown = $state<Panel>();

export const panels = {
  get shown(): Panel | undefined {
    return shown;
  },
};

export function open(panel: Panel): void {
  shown = panel;
}

export function close(): void {
  shown = undefined;
}
