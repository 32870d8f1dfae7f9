// Which record is looked back on, over whatever is on the screen.
let record = $state<string>();

export const lookedBackOn = {
  get id(): string | undefined {
    return record;
  },
};

/** Opens the history of a record; without one it is closed. */
export function lookBack(id?: string): void {
  record = id;
}
