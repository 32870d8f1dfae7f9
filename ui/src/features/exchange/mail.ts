// A mail that the member's own mail program opens, ready to send. The file is attached by hand: no mail
// program lets another program do that.

export interface Mail {
  to: string[];
  subject: string;
  body: string;
}

/** As the core bounds addresses that it opens. */
const MOST_CHARACTERS = 4000;

const looksLikeAddress = (address: string): boolean => /^[^\s@,?&#]+@[^\s@,?&#]+$/.test(address);

/** The address that opens the mail. Receivers go before the text when not everything fits. */
export function mailAddress({ to, subject, body }: Mail): string {
  const receivers = [...new Set(to.map((one) => one.trim()).filter(looksLikeAddress))];
  const head = (list: string[]) => `mailto:${list.map(encodeURIComponent).join(',').replaceAll('%40', '@')}`;
  const text = `?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body.replaceAll('\n', '\r\n'))}`;
  const tries = [head(receivers) + text, head([]) + text, `${head(receivers)}?subject=${encodeURIComponent(subject)}`];
  return tries.find((address) => address.length <= MOST_CHARACTERS) ?? 'mailto:?';
}
