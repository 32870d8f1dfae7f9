// Text as it is compared: without case and diacritics, so that «continuiteit» finds «continuïteit».

const SPELLED_APART: Record<string, string> = { ı: 'i', ø: 'o', ł: 'l', đ: 'd', ß: 'ss', æ: 'ae', œ: 'oe', '’': "'" };

export const folded = (text: string): string =>
  text
    .toLocaleLowerCase('nl')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[ıøłđßæœ’]/g, (letter) => SPELLED_APART[letter] ?? letter);
