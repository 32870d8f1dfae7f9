import { expect, test } from 'vitest';
import { folded } from './folded';

test.each([
  ['continuïteit', 'continuiteit'],
  ['Çağlar Yıldız', 'caglar yildiz'],
  ['IJsselstein', 'ijsselstein'],
  ['Gé ’t Hart', "ge 't hart"],
])('%s is compared as %s', (text, expected) => {
  expect(folded(text), 'a member types a name without its marks').toBe(expected);
});
