import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { root } from '../../scripts/setup.mjs';

/** What the type checker says of an app that uses the built package. */
function typecheck(source) {
  mkdirSync(join(root, 'node_modules/.cache'), { recursive: true });
  const folder = mkdtempSync(join(root, 'node_modules/.cache/app-'));
  try {
    writeFileSync(join(folder, 'app.tsx'), source);
    const options = {
      strict: true,
      noEmit: true,
      jsx: 'react-jsx',
      module: 'esnext',
      moduleResolution: 'bundler',
      target: 'es2022',
    };
    // The package by its own name, as an app has it.
    const paths = { 'help-elements/*': [`${root}dist/*`], 'help-elements/jsx': [`${root}dist/types/jsx.d.ts`] };
    const config = { compilerOptions: { ...options, skipLibCheck: true, types: [], paths }, files: ['app.tsx'] };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config));
    const tsc = join(root, 'node_modules/typescript/bin/tsc');
    return spawnSync(process.execPath, [tsc, '-p', folder], { encoding: 'utf8' }).stdout.trim();
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('the types for frameworks', () => {
  it('React wrappers know properties and events, and refuse wrong ones', () =>
    assert.equal(
      typecheck(`
        import { ProvisioningHelp } from 'help-elements/react';
        export const right = (
          <ProvisioningHelp appName="Contoso" symptom="no-users" className="help" onHelpLinkClick={(event) => event.detail.href.length} />
        );
        // @ts-expect-error: no such cloud
        export const wrong = <ProvisioningHelp cloud="mars" />;
        // @ts-expect-error: the event has no such detail
        export const typo = <ProvisioningHelp onHelpLinkClick={(event) => event.detail.hrefs} />;
      `),
      '',
    ));

  it('tags in JSX know attributes and events, and refuse wrong ones', () =>
    assert.equal(
      typecheck(`
        import 'help-elements/jsx';
        export const right = <provisioning-help app-name="Contoso" onhelp-link-click={(event) => event.detail.href.length} />;
        // @ts-expect-error: no such cloud
        export const wrong = <provisioning-help cloud="mars" />;
      `),
      '',
    ));
});
