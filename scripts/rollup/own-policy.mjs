/**
 * Stock Lit creates the Trusted Types policy `lit-html` while it loads, and takes the whole bundle down where the page's
 * list lacks that name or another Lit was there first. The bundles create a policy of their own name, and go on without
 * one where the page forbids it (the element then leaves its fallback content alone).
 */
export function ownPolicy(name) {
  const stock = /(\w+)\?\1\.createPolicy\((["'])lit-html\2,(\{createHTML:\w+=>\w+\})\):void 0/g;
  let found = 0;
  return {
    name: 'own-policy',
    transform(code, id) {
      if (!code.includes('createPolicy')) return null;
      const replaced = code.replace(stock, (all, trustedTypes, quote, rules) => {
        found++;
        return `(()=>{try{return ${trustedTypes}?.createPolicy(${JSON.stringify(name)},${rules})}catch{}})()`;
      });
      if (replaced.includes('lit-html"') && /createPolicy\((["'])lit-html/.test(replaced)) {
        this.error(`${id} creates the policy "lit-html" in a way that scripts/rollup/own-policy.mjs does not know.`);
      }
      return replaced === code ? null : { code: replaced, map: null };
    },
    buildEnd(error) {
      if (!error && found !== 1) {
        this.error(
          `Lit's creation of its Trusted Types policy was found ${found} times, not once; see scripts/rollup/own-policy.mjs.`,
        );
      }
    },
  };
}
