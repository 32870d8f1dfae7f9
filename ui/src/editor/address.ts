// Web and mail addresses: which may stand behind a link, and what they are without the marks of those who
// want to know who followed them.

const TRACKING = /^(utm_|mc_(cid|eid)$|fbclid$|gclid$|dclid$|msclkid$|igshid$|yclid$|_hs(enc|mi)$|trk$)/i;
const MAX_ADDRESS = 2000;

/** Pages that only send on to another: the real address stands in one of their parameters. */
const SENDERS_ON: { host: RegExp; parameter: string }[] = [
  { host: /(^|\.)safelinks\.protection\.outlook\.com$/, parameter: 'url' },
  { host: /^www\.google\.(com|nl)$/, parameter: 'q' },
];

function parsed(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}

/** The address as it may stand behind a link; nothing when it is neither https nor mailto. */
export function addressOf(text: string): string | undefined {
  const trimmed = text.trim();
  if (trimmed.length > MAX_ADDRESS) return undefined;
  const url = parsed(trimmed);
  if (!url || !['https:', 'mailto:'].includes(url.protocol)) return undefined;
  if (url.protocol === 'https:' && (!url.hostname || url.username || url.password)) return undefined;
  return trimmed;
}

/** The address without tracking: parameters that tell who clicked, and pages in between. */
export function cleanAddress(text: string): string | undefined {
  const allowed = addressOf(text);
  const url = allowed && parsed(allowed);
  if (!url || url.protocol !== 'https:') return allowed;
  for (const { host, parameter } of SENDERS_ON) {
    const onward = host.test(url.hostname) && url.searchParams.get(parameter);
    if (onward) return cleanAddress(onward);
  }
  const tracking = [...url.searchParams.keys()].filter((name) => TRACKING.test(name));
  if (!tracking.length) return allowed;
  for (const name of tracking) url.searchParams.delete(name);
  return url.href;
}

/** What a member types as an address: `www.nji.nl` means a web page, `piet@kring.nl` a mail. */
export function typedAddress(text: string): string | undefined {
  const trimmed = text.trim();
  if (/^[^\s@:/]+@[^\s@/]+\.[^\s@/]+$/.test(trimmed)) return addressOf(`mailto:${trimmed}`);
  if (/^[^\s:/]+\.[^\s:/]{2,}(\/\S*)?$/.test(trimmed)) return addressOf(`https://${trimmed}`);
  return /\s/.test(trimmed) ? undefined : addressOf(trimmed.replace(/^http:/i, 'https:'));
}

/** Where a link goes, for a reader: the host, or the mail address. */
export function hostOf(address: string): string {
  const url = parsed(address);
  if (!url) return '';
  return url.protocol === 'mailto:' ? decodeURIComponent(url.pathname) : url.hostname;
}
