// Who has what, per laptop, as sentences.
import type { DeviceStanding } from '../../ipc/generated';
import { moment } from '../../dates';
import { say } from '../../text.svelte';

export interface Standing {
  device: string;
  name: string;
  /** Whether everything here is known to be there. */
  isUpToDate: boolean;
  sentence: string;
  /** The last packages each way. */
  last: string;
}

/** The other laptops, each person's together; numbered where someone has more than one. */
export function standings(devices: DeviceStanding[]): Standing[] {
  const others = devices.filter((device) => !device.own);
  return others.map((device) => {
    const own = others.filter((other) => other.member === device.member);
    const person = device.name || say('exchange-someone');
    const name = own.length > 1 ? say('exchange-laptop', { name: person, number: own.indexOf(device) + 1 }) : person;
    return {
      device: device.device,
      name,
      isUpToDate: device.lacks === 0,
      sentence: device.lacks === 0 ? say('exchange-has-all') : say('exchange-lacks', { count: device.lacks }),
      last: last(device),
    };
  });
}

function last({ last_package: number, last_ms: at, last_sent: sent, last_sent_ms: sentAt }: DeviceStanding): string {
  const came = number === null || at === null
    ? say('exchange-no-package-yet')
    : say('exchange-last-package', { number, moment: moment(at) });
  return sent === null || sentAt === null ? came : `${came} ${say('exchange-last-sent', { number: sent, moment: moment(sentAt) })}`;
}
