// A sheet about one record that lies over whatever is on the screen: its history, or its erasure.
export interface RecordSheet {
  is: 'history' | 'erase';
  id: string;
  /** Nobody else has it. */
  isPrivate?: boolean;
}

let shown = $state.raw<RecordSheet>();

export const sheet = {
  get shown(): RecordSheet | undefined {
    return shown;
  },
};

/** Opens a sheet; without one it is closed. */
export function openSheet(next?: RecordSheet): void {
  shown = next;
}
