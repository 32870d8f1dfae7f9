// A meeting in a few words, where it is only named.
import { shortDay } from '../dates';
import type { MeetingRow } from '../ipc/generated';
import { say } from '../text.svelte';

/** `Bijeenkomst 4, do 12 maart`. */
export const meetingWord = (meeting: MeetingRow): string =>
  [say('themes-meeting', { number: meeting.number }), shortDay(meeting.date)].filter(Boolean).join(', ');
