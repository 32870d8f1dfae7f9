// The parts of the settings, in the order of the page.
export const SECTIONS = ['look', 'lock', 'circles', 'folder', 'backups', 'check', 'journal', 'about'] as const;

export type SectionName = (typeof SECTIONS)[number];
