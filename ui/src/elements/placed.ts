// Where something small goes beside a place in the text, so that all of it is in the window.
const GAP = 6;
const MARGIN = 8;

interface Size {
  width: number;
  height: number;
}

export function placed(
  anchor: { left: number; top: number; bottom: number },
  size: Size,
  within: Size,
): { left: number; top: number } {
  const left = Math.max(MARGIN, Math.min(anchor.left, within.width - size.width - MARGIN));
  const below = anchor.bottom + GAP;
  const fitsBelow = below + size.height <= within.height - MARGIN;
  const above = anchor.top - GAP - size.height;
  const top = fitsBelow || above < MARGIN ? Math.min(below, within.height - size.height - MARGIN) : above;
  return { left, top: Math.max(MARGIN, top) };
}
