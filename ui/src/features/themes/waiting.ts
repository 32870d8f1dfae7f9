// Who has not given a position yet, of those who can.
import type { MemberView, PositionView } from '../../ipc/generated';

/** Members with a laptop and the right to write whose position is not there yet, in the order of the list. */
export function waitingFor(members: MemberView[], positions: PositionView[]): MemberView[] {
  const given = new Set(positions.map((position) => position.holder));
  return members.filter((member) => member.right && member.right !== 'reader' && !given.has(member.id));
}
