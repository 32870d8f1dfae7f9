import { expect, test } from 'vitest';
import { mailAddress } from './mail';

const body = 'Dag allemaal,\nHier is het pakket & meer.';

test('a mail carries receivers, subject and text', () => {
  expect(mailAddress({ to: ['bas@voorbeeld.nl', 'fatima@voorbeeld.nl'], subject: 'Pakket 14', body })).toBe(
    'mailto:bas@voorbeeld.nl,fatima@voorbeeld.nl?subject=Pakket%2014'
      + '&body=Dag%20allemaal%2C%0D%0AHier%20is%20het%20pakket%20%26%20meer.',
  );
});

test('what is no address is left out, and each stands once', () => {
  expect(mailAddress({ to: ['', 'bas', 'a@b.nl?bcc=c@d.nl', 'a@b.nl', 'a@b.nl'], subject: 's', body: 'b' })).toBe(
    'mailto:a@b.nl?subject=s&body=b',
  );
});

test('a mail too long for an address goes without its receivers', () => {
  const to = Array.from({ length: 300 }, (_, number) => `lid${number}@voorbeeld.nl`);
  expect(mailAddress({ to, subject: 's', body: 'b' })).toBe('mailto:?subject=s&body=b');
});
