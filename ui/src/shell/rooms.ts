// The rooms of the notebook, in the order of the navigation. A room of a later feature is added here.
import type { Component } from 'svelte';
import {
  ArrowLeftRight, BookOpen, CalendarDays, Layers, NotebookPen, Palette, Settings, Sun, Trash2 as Trash,
  Users,
  type IconNode,
} from 'lucide';
import ExchangeRoom from '../features/exchange/ExchangeRoom.svelte';
import MeetingsRoom from '../features/meetings/MeetingsRoom.svelte';
import MembersRoom from '../features/members/MembersRoom.svelte';
import NotesRoom from '../features/notes/NotesRoom.svelte';
import SettingsRoom from '../features/settings/SettingsRoom.svelte';
import StudiesRoom from '../features/studies/StudiesRoom.svelte';
import ThemesRoom from '../features/themes/ThemesRoom.svelte';
import TodayRoom from '../features/today/TodayRoom.svelte';
import TrashRoom from '../features/trash/TrashRoom.svelte';
import type { Room } from '../state/place.svelte';

export interface RoomEntry {
  room: Room;
  icon: IconNode;
  page: Component;
  /** Below the line, at the foot of the navigation. */
  isAtFoot?: boolean;
}

export const ROOMS: RoomEntry[] = [
  { room: 'today', icon: Sun, page: TodayRoom },
  { room: 'meetings', icon: CalendarDays, page: MeetingsRoom },
  { room: 'notes', icon: NotebookPen, page: NotesRoom },
  { room: 'themes', icon: Layers, page: ThemesRoom },
  { room: 'studies', icon: BookOpen, page: StudiesRoom },
  { room: 'members', icon: Users, page: MembersRoom },
  { room: 'exchange', icon: ArrowLeftRight, page: ExchangeRoom, isAtFoot: true },
  { room: 'trash', icon: Trash, page: TrashRoom, isAtFoot: true },
  { room: 'settings', icon: Settings, page: SettingsRoom, isAtFoot: true },
];

if (__DEVELOPMENT__) {
  const { default: Gallery } = await import('../features/gallery/Gallery.svelte');
  ROOMS.push({ room: 'gallery', icon: Palette, page: Gallery, isAtFoot: true });
}
