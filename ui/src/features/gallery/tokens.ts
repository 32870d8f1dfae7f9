// The tokens as the stylesheets declare them, read from the page itself.

export interface Token {
  name: string;
  value: string;
}

export interface Tokens {
  colours: Token[];
  sizes: Token[];
  others: Token[];
}

function isRoot(rule: CSSRule): rule is CSSStyleRule {
  return rule instanceof CSSStyleRule && rule.selectorText.split(',').some((one) => one.trim() === ':root');
}

/** Every custom property of the root, sorted by what it is. */
export function readTokens(): Tokens {
  const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]).filter(isRoot);
  const found = new Map<string, string>();
  for (const { style } of rules) {
    for (const name of style) {
      // The build adds two of its own for light and dark.
      const isOurs = name.startsWith('--') && !name.startsWith('--lightningcss');
      if (isOurs && !found.has(name)) found.set(name, style.getPropertyValue(name).trim());
    }
  }
  const all = [...found].map(([name, value]) => ({ name, value }));
  const isColour = ({ value }: Token) => CSS.supports('color', value);
  const isSize = ({ value }: Token) => !isColour({ name: '', value }) && CSS.supports('width', value);
  return {
    colours: all.filter(isColour),
    sizes: all.filter(isSize),
    others: all.filter((token) => !isColour(token) && !isSize(token)),
  };
}
