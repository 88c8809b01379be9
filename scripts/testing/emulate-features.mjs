/**
 * A test command for the media features that WTR's own emulateMedia does not know (forced colours, contrast, …): through
 * Chromium's debugging protocol, so in Chromium only. Elsewhere it answers `{ supported: false }`.
 */
export function emulateFeatures() {
  // One a page, kept open: what it emulates ends with it.
  const sessions = new WeakMap();
  return {
    name: 'emulate-features',
    async executeCommand({ command, payload, session }) {
      if (command !== 'emulate-features') return undefined;
      const page = session.browser.getPage?.(session.id);
      if (!page?.createCDPSession || session.browser.name === 'Firefox') return { supported: false };
      if (!sessions.has(page)) sessions.set(page, await page.createCDPSession());
      const features = Object.entries(payload).map(([name, value]) => ({ name, value }));
      await sessions.get(page).send('Emulation.setEmulatedMedia', { features });
      return { supported: true };
    },
  };
}
